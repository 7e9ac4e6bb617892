"""Turns a TensorFlow Lite image network into ONNX, value for value.

TensorFlow Lite keeps pictures as rows x columns x channels, ONNX puts the channels first. Inside
the made graph every value of rank 4 has its channels first; they go last again only where the
order of the numbers counts (reshapes, outputs). Two changes for speed, neither of which changes a
value: 16-bit constants are widened once here, and PRelu, slow in onnxruntime, is written as
s x + (1 - s) max(x, 0).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from infra.face.tflite import Model, Operator

OPSET, IR = 18, 9
#: Where each axis of rows x columns x channels goes, and back.
FIRST, LAST = (0, 3, 1, 2), (0, 2, 3, 1)
_ACTIVATIONS = {1: "Relu", 3: "Relu6"}


@dataclass(frozen=True)
class Tap:
    """An inner value to give as well: what goes into the `which`-th step of a kind, channels first.

    With `mean` only the mean of every channel.
    """

    kind: str
    which: int
    mean: bool = False


class Graph:
    """An ONNX graph in the making; values go by name."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def add(self, kind: str, inputs: list[str], **options: object) -> str:
        """Add a step with one output; returns its name."""
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name, **options))
        return name

    def constant(self, value: np.ndarray) -> str:
        """Add a constant; returns its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def integers(self, values: list[int]) -> str:
        """Add a constant vector of 64-bit integers."""
        return self.constant(np.array(values, np.int64))

    def model(
        self, inputs: list[ValueInfoProto], outputs: list[ValueInfoProto], name: str
    ) -> ModelProto:
        """The finished model; the same bytes from the same steps."""
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.constants)
        opset = [helper.make_opsetid("", OPSET)]
        return helper.make_model(
            graph, opset_imports=opset, ir_version=IR, producer_name="hireloop"
        )


class Converter:
    """Converts one model; `scale` and `offset` are applied to bytes 0-255 before the network.

    With a `scale` the made network takes the picture itself: uint8, rows x columns x channels.
    """

    def __init__(self, model: Model, scale: float | None = None, offset: float = 0.0) -> None:
        self.model, self.graph = model, Graph()
        self._scale, self._offset = scale, offset
        self._names: dict[int, str] = {}
        #: Factors that the convolution of a value has still to apply.
        self.folded: dict[int, np.float32] = {}
        self._constants: dict[int, np.ndarray] = {
            number: tensor.constant
            for number, tensor in enumerate(model.tensors)
            if tensor.constant is not None
        }

    def convert(self, outputs: list[str], taps: dict[str, Tap]) -> ModelProto:
        """The ONNX model, its outputs named in the order of the file, then the taps."""
        given = self._input()
        for operator in self.model.operators:
            made = _STEPS[operator.kind](self, operator)
            if made is not None:
                self._names[operator.outputs[0]] = self._active(operator, made)
        results = [
            self._output(self.last(number), label, self.shape(number))
            for number, label in zip(self.model.outputs, outputs, strict=True)
        ]
        results += [self._tapped(label, tap) for label, tap in taps.items()]
        return self.graph.model([given], results, "face")

    def _tapped(self, label: str, tap: Tap) -> ValueInfoProto:
        steps = [step for step in self.model.operators if step.kind == tap.kind]
        number = steps[tap.which].inputs[0]
        _, rows, columns, channels = self.shape(number)
        value = self.first(number)
        if tap.mean:
            value, rows, columns = self.graph.add("GlobalAveragePool", [value]), 1, 1
        flat = self.graph.add("Flatten", [value])
        return self._output(flat, label, (1, rows * columns * channels))

    def _output(self, value: str, label: str, shape: tuple[int, ...]) -> ValueInfoProto:
        self.graph.nodes.append(helper.make_node("Identity", [value], [label]))
        return helper.make_tensor_value_info(label, TensorProto.FLOAT, shape)

    def shape(self, number: int) -> tuple[int, ...]:
        """The shape of a value in the file's own order."""
        return self.model.tensors[number].shape

    def known(self, number: int) -> np.ndarray:
        """A constant in the file's own order, floats as 32 bits."""
        value = self._constants[number]
        return value.astype(np.float32) if value.dtype == np.float16 else value

    def first(self, number: int) -> str:
        """A value as it is inside: channels first where its rank is 4."""
        if number not in self._constants:
            return self._names[number]
        value = self.known(number)
        return self.graph.constant(value.transpose(FIRST) if value.ndim == 4 else value)

    def beside(self, number: int, rank: int) -> str:
        """A value that is to be combined with one of `rank`: short constants are spread."""
        if rank != 4 or number not in self._constants:
            return self.first(number)
        value = self.known(number)
        spread = value.reshape((1,) * (4 - value.ndim) + value.shape)
        return self.graph.constant(spread.transpose(FIRST))

    def last(self, number: int) -> str:
        """A value in the file's own order."""
        name = self.first(number)
        return self.graph.add("Transpose", [name], perm=LAST) if self._is4(number) else name

    def back(self, name: str, number: int) -> str:
        """The inside form of a value made in the file's own order."""
        return self.graph.add("Transpose", [name], perm=FIRST) if self._is4(number) else name

    def axis(self, axis: int, number: int) -> int:
        """Where an axis of the file's order lies inside."""
        rank = len(self.shape(number))
        return FIRST.index(axis % rank) if rank == 4 else axis % rank

    def keep(self, number: int, value: np.ndarray) -> None:
        """Note a constant that was computed here."""
        self._constants[number] = value

    def _is4(self, number: int) -> bool:
        return len(self.shape(number)) == 4

    def _input(self) -> ValueInfoProto:
        number = self.model.inputs[0]
        shape, name = self.shape(number), "input"
        if self._scale is None:
            self._names[number] = self.back(name, number)
            return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        wide = self.graph.add("Cast", [self.back(name, number)], to=TensorProto.FLOAT)
        if self._offset:
            scaled = self.graph.add("Mul", [wide, self._scalar(self._scale)])
            self._names[number] = self.graph.add("Add", [scaled, self._scalar(self._offset)])
        else:
            self._names[number], self.folded[number] = wide, np.float32(self._scale)
        return helper.make_tensor_value_info(name, TensorProto.UINT8, shape)

    def _scalar(self, value: float) -> str:
        return self.graph.constant(np.array(value, np.float32))

    def _active(self, operator: Operator, made: str) -> str:
        place = {"Conv": 3, "DepthwiseConv": 4, "Add": 0, "Mul": 0, "Sub": 0, "Div": 0}
        field = place.get(operator.kind)
        code = operator.options.number(field, "b") if field is not None else 0
        if code == 0:
            return made
        if _ACTIVATIONS[code] == "Relu6":
            return self.graph.add("Clip", [made, self._scalar(0), self._scalar(6)])
        return self.graph.add("Relu", [made])


Step = Callable[[Converter, Operator], str | None]
_STEPS: dict[str, Step] = {}


def register(*kinds: str) -> Callable[[Step], Step]:
    """Name the function that converts these kinds of operator."""

    def note(step: Step) -> Step:
        _STEPS.update(dict.fromkeys(kinds, step))
        return step

    return note


def convert(
    content: bytes,
    outputs: list[str],
    *,
    scale: float | None = None,
    offset: float = 0.0,
    taps: dict[str, Tap] | None = None,
) -> bytes:
    """The bytes of the ONNX model of a TensorFlow Lite file; the same file gives the same bytes.

    Raises
    ------
    KeyError
        An operator that no step is written for.
    """
    from infra.face import steps  # noqa: F401  the steps register themselves

    made = Converter(Model(content), scale, offset).convert(outputs, taps or {})
    return made.SerializeToString(deterministic=True)
