"""One function for each kind of operator that the face networks use."""

import numpy as np

from infra.face.convert import Converter, register
from infra.face.tflite import Operator

SAME = 0


@register("Dequantize")
def dequantize(c: Converter, op: Operator) -> None:
    """Widen a 16-bit constant; nothing else is ever dequantised in these files."""
    c.keep(op.outputs[0], c.known(op.inputs[0]).astype(np.float32))


@register("Conv", "DepthwiseConv")
def convolution(c: Converter, op: Operator) -> str:
    """A convolution; a depthwise one has a filter per channel."""
    deep = op.kind == "DepthwiseConv"
    kernel = c.known(op.inputs[1]).transpose((3, 0, 1, 2) if deep else FILTERS)
    kernel = kernel * c.folded.get(op.inputs[0], np.float32(1))
    at = 5 if deep else 4
    spread = [op.options.number(at + 1, "i", 1), op.options.number(at, "i", 1)]
    steps = [op.options.number(2), op.options.number(1)]
    reach = [(size - 1) * gap + 1 for size, gap in zip(kernel.shape[2:], spread, strict=True)]
    inputs = [c.first(op.inputs[0]), c.graph.constant(kernel)]
    if len(op.inputs) > 2:
        inputs.append(c.first(op.inputs[2]))
    return c.graph.add(
        "Conv",
        inputs,
        kernel_shape=kernel.shape[2:],
        strides=steps,
        dilations=spread,
        group=kernel.shape[0] if deep else 1,
        pads=_pads(c, op, reach, steps),
    )


@register("MaxPool")
def max_pool(c: Converter, op: Operator) -> str:
    """The largest of each window."""
    steps = [op.options.number(2), op.options.number(1)]
    window = [op.options.number(4), op.options.number(3)]
    pads = _pads(c, op, window, steps)
    return c.graph.add(
        "MaxPool", [c.first(op.inputs[0])], kernel_shape=window, strides=steps, pads=pads
    )


@register("PRelu")
def p_relu(c: Converter, op: Operator) -> str:
    """s x + (1 - s) max(x, 0); the second term as max((1 - s) x, 0) where no slope is above 1."""
    slope, value = c.known(op.inputs[1]).ravel(), c.first(op.inputs[0])
    low = _scaled(c, value, slope)
    if slope.max() <= 1:
        return c.graph.add("Add", [c.graph.add("Relu", [_scaled(c, value, 1 - slope)]), low])
    return c.graph.add("Add", [_scaled(c, c.graph.add("Relu", [value]), 1 - slope), low])


@register("Add", "Sub", "Mul", "Div")
def arithmetic(c: Converter, op: Operator) -> str:
    """Two values, element by element."""
    return c.graph.add(op.kind, _both(c, op))


@register("SquaredDifference")
def squared_difference(c: Converter, op: Operator) -> str:
    """(a - b) squared."""
    difference = c.graph.add("Sub", _both(c, op))
    return c.graph.add("Mul", [difference, difference])


@register("Relu", "Sigmoid", "Sqrt", "Neg")
def elementwise(c: Converter, op: Operator) -> str:
    """One value, element by element, by the same name in both formats."""
    return c.graph.add(op.kind, [c.first(op.inputs[0])])


@register("Rsqrt")
def inverse_root(c: Converter, op: Operator) -> str:
    """1 / sqrt(x)."""
    return c.graph.add("Reciprocal", [c.graph.add("Sqrt", [c.first(op.inputs[0])])])


@register("Mean", "Sum")
def reduction(c: Converter, op: Operator) -> str:
    """A mean or a sum over some axes."""
    axes = np.atleast_1d(c.known(op.inputs[1])).tolist()
    keep = op.options.number(0, "b")
    inside = bool(keep)
    value = c.first(op.inputs[0]) if inside else c.last(op.inputs[0])
    places = [c.axis(axis, op.inputs[0]) for axis in axes] if inside else axes
    made = c.graph.add(f"Reduce{op.kind}", [value, c.graph.integers(places)], keepdims=keep)
    return made if inside else c.back(made, op.outputs[0])


@register("Concat")
def concatenation(c: Converter, op: Operator) -> str:
    """Values one behind the other along an axis."""
    rank = len(c.shape(op.outputs[0]))
    axis = c.axis(op.options.number(0), op.outputs[0])
    return c.graph.add("Concat", [c.beside(each, rank) for each in op.inputs], axis=axis)


@register("Pad")
def padding(c: Converter, op: Operator) -> str:
    """Zeros around a value."""
    rows = c.known(op.inputs[1])
    order = (0, 3, 1, 2) if len(rows) == 4 else range(len(rows))
    pads = [int(rows[axis][side]) for side in (0, 1) for axis in order]
    return c.graph.add("Pad", [c.first(op.inputs[0]), c.graph.integers(pads)])


@register("Reshape", "Squeeze")
def reshape(c: Converter, op: Operator) -> str:
    """The same numbers, in the file's order, in another shape."""
    shape = c.graph.integers(list(c.shape(op.outputs[0])))
    return c.back(c.graph.add("Reshape", [c.last(op.inputs[0]), shape]), op.outputs[0])


@register("Transpose")
def transpose(c: Converter, op: Operator) -> str:
    """Axes in another order."""
    order = c.known(op.inputs[1]).tolist()
    made = c.graph.add("Transpose", [c.last(op.inputs[0])], perm=order)
    return c.back(made, op.outputs[0])


@register("StridedSlice")
def strided_slice(c: Converter, op: Operator) -> str:
    """A part along each axis; the masks say which ends are left open."""
    start, end, step = (c.known(each).tolist() for each in op.inputs[1:4])
    open_start, open_end, dropped = (op.options.number(field) for field in (0, 1, 4))
    shape = c.shape(op.inputs[0])
    axes = list(range(len(start)))
    start = [0 if open_start >> axis & 1 else start[axis] for axis in axes]
    end = [shape[axis] if open_end >> axis & 1 else end[axis] for axis in axes]
    end = [start[a] + 1 if dropped >> a & 1 else end[a] for a in axes]
    parts = [c.graph.integers(each) for each in (start, end, axes, step)]
    cut = c.graph.add("Slice", [c.last(op.inputs[0]), *parts])
    to = c.graph.integers(list(c.shape(op.outputs[0])))
    return c.back(c.graph.add("Reshape", [cut, to]), op.outputs[0])


@register("Resize")
def resize(c: Converter, op: Operator) -> str:
    """Bilinear enlargement."""
    _, rows, columns, channels = c.shape(op.outputs[0])
    ways = {(1, 0): "align_corners", (0, 1): "half_pixel", (0, 0): "asymmetric"}
    way = ways[op.options.number(2, "b"), op.options.number(3, "b")]
    sizes = c.graph.integers([1, channels, rows, columns])
    value = c.first(op.inputs[0])
    return c.graph.add(
        "Resize", [value, "", "", sizes], mode="linear", coordinate_transformation_mode=way
    )


#: Output x rows x columns x input to output x input x rows x columns.
FILTERS = (0, 3, 1, 2)


def _scaled(c: Converter, value: str, factors: np.ndarray) -> str:
    """Every channel times its factor, as a convolution: onnxruntime then keeps its own layout."""
    kernel = c.graph.constant(factors.reshape(-1, 1, 1, 1))
    return c.graph.add("Conv", [value, kernel], group=len(factors), kernel_shape=[1, 1])


def _both(c: Converter, op: Operator) -> list[str]:
    rank = len(c.shape(op.outputs[0]))
    return [c.beside(each, rank) for each in op.inputs]


def _pads(c: Converter, op: Operator, reach: list[int], steps: list[int]) -> list[int]:
    """Rows and columns of padding before and behind; an odd one goes behind."""
    if op.options.number(0, "b") != SAME:
        return [0, 0, 0, 0]
    sizes = c.shape(op.inputs[0])[1:3]
    wanted = [
        max((-(-size // step) - 1) * step + wide - size, 0)
        for size, step, wide in zip(sizes, steps, reach, strict=True)
    ]
    return [each // 2 for each in wanted] + [each - each // 2 for each in wanted]
