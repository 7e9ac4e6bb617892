"""Reads a TensorFlow Lite file: its tensors, constants and operators in order.

A flatbuffer is tables of fields found by number; the numbers below are those of TensorFlow Lite's
public schema (`schema.fbs`, version 3). Only what image networks of 32- or 16-bit floats use.
"""

import struct
from dataclasses import dataclass
from functools import cached_property

import numpy as np

TYPES = {0: np.float32, 1: np.float16, 2: np.int32, 3: np.uint8, 4: np.int64}
#: Operators by the number of the schema's `BuiltinOperator`.
OPERATORS = {
    0: "Add", 2: "Concat", 3: "Conv", 4: "DepthwiseConv", 6: "Dequantize", 14: "Sigmoid",
    17: "MaxPool", 18: "Mul", 19: "Relu", 22: "Reshape", 23: "Resize", 34: "Pad", 39: "Transpose",
    40: "Mean", 41: "Sub", 42: "Div", 43: "Squeeze", 45: "StridedSlice", 54: "PRelu", 59: "Neg",
    74: "Sum", 75: "Sqrt", 76: "Rsqrt", 99: "SquaredDifference", 9: "Dense",
}  # fmt: skip


@dataclass(frozen=True)
class Table:
    """One table of the flatbuffer; a field that is left out reads as its default."""

    data: bytes
    at: int

    def _field(self, number: int) -> int:
        """Where a field lies, 0 when it was left out."""
        rows = self.at - struct.unpack_from("<i", self.data, self.at)[0]
        size = struct.unpack_from("<H", self.data, rows)[0]
        slot = 4 + 2 * number
        found = struct.unpack_from("<H", self.data, rows + slot)[0] if slot < size else 0
        return self.at + found if found else 0

    def number(self, field: int, kind: str = "i", default: int = 0) -> int:
        """A scalar field; `kind` is a letter of the struct module."""
        at = self._field(field)
        return int(struct.unpack_from("<" + kind, self.data, at)[0]) if at else default

    def table(self, field: int) -> "Table":
        """A field that is a table."""
        at = self._field(field)
        return Table(self.data, at + struct.unpack_from("<I", self.data, at)[0])

    def _vector(self, field: int) -> tuple[int, int]:
        at = self._field(field)
        if not at:
            return 0, 0
        start = at + struct.unpack_from("<I", self.data, at)[0]
        return start + 4, struct.unpack_from("<I", self.data, start)[0]

    def tables(self, field: int) -> list["Table"]:
        """A field that is a vector of tables."""
        start, count = self._vector(field)
        places = range(start, start + 4 * count, 4)
        return [Table(self.data, p + struct.unpack_from("<I", self.data, p)[0]) for p in places]

    def numbers(self, field: int) -> list[int]:
        """A field that is a vector of int32."""
        start, count = self._vector(field)
        return list(struct.unpack_from(f"<{count}i", self.data, start)) if count else []

    def raw(self, field: int) -> bytes:
        """A field that is a vector of bytes."""
        start, count = self._vector(field)
        return self.data[start : start + count]


@dataclass(frozen=True)
class Tensor:
    """A value of the graph; `constant` is its content where the file holds it."""

    name: str
    shape: tuple[int, ...]
    constant: np.ndarray | None


@dataclass(frozen=True)
class Operator:
    """One step: its kind, its options, and the numbers of the tensors it takes and gives."""

    kind: str
    options: Table
    inputs: list[int]
    outputs: list[int]


class Model:
    """The first graph of a TensorFlow Lite file."""

    def __init__(self, content: bytes) -> None:
        if content[4:8] != b"TFL3":
            raise ValueError("not a TensorFlow Lite file of version 3")
        self._root = Table(content, struct.unpack_from("<I", content, 0)[0])
        self._graph = self._root.tables(2)[0]
        self.inputs = self._graph.numbers(1)
        self.outputs = self._graph.numbers(2)

    @cached_property
    def tensors(self) -> list[Tensor]:
        """Every value, by number."""
        buffers = self._root.tables(4)
        return [self._tensor(table, buffers) for table in self._graph.tables(0)]

    @cached_property
    def operators(self) -> list[Operator]:
        """Every step, in the order of running. Raises KeyError for an operator not known here."""
        codes = [OPERATORS[max(t.number(0, "b"), t.number(3))] for t in self._root.tables(1)]
        return [
            Operator(codes[t.number(0, "I")], t.table(4), t.numbers(1), t.numbers(2))
            for t in self._graph.tables(3)
        ]

    @staticmethod
    def _tensor(table: Table, buffers: list[Table]) -> Tensor:
        shape = tuple(table.numbers(0))
        raw = buffers[table.number(2, "I")].raw(0)
        kind = TYPES[table.number(1, "b")]
        constant = np.frombuffer(raw, kind).reshape(shape) if raw else None
        return Tensor(table.raw(3).decode(), shape, constant)
