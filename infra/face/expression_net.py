"""The expression network of face-api, from its published weights to ONNX.

The weights are bytes with a scale and a least value for each array; the network is written down
here as it is in the package's `FaceExpressionNet` (MIT): four dense blocks of separable
convolutions, the mean of every channel, one linear layer.
"""

import json

import numpy as np
from onnx import TensorProto, helper

from infra.face.convert import Graph

SIDE = 112
MEANS = (122.782, 117.001, 104.298)
_FILTERS, _DEPTHWISE = (3, 2, 0, 1), (2, 3, 0, 1)


def build(manifest: bytes, weights: bytes) -> bytes:
    """The bytes of the ONNX model.

    Input: uint8, 1 x 112 x 112 x 3. Outputs: `features` 1 x 256, the mean of every channel before
    the linear layer, and `scores` 1 x 7 in the order neutral, happy, sad, angry, fearful,
    disgusted, surprised.
    """
    known, graph = _arrays(manifest, weights), Graph()
    wide = graph.add("Cast", [graph.add("Transpose", ["input"], perm=(0, 3, 1, 2))], to=1)
    means = graph.constant(np.array(MEANS, np.float32).reshape(1, 3, 1, 1))
    scale = graph.constant(np.array(255, np.float32))
    value, side = graph.add("Div", [graph.add("Sub", [wide, means]), scale]), SIDE
    for block in range(4):
        value, side = _block(graph, known, block, value, side), -(-side // 2)
    flat = graph.add("Flatten", [graph.add("GlobalAveragePool", [value])])
    linear = [flat, *(graph.constant(known[f"fc/{name}"]) for name in ("weights", "bias"))]
    scores = graph.add("Softmax", [graph.add("Gemm", linear)], axis=1)
    for made, name in ((flat, "features"), (scores, "scores")):
        graph.nodes.append(helper.make_node("Identity", [made], [name]))
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, (1, size))
        for name, size in (("features", 256), ("scores", 7))
    ]
    given = helper.make_tensor_value_info("input", TensorProto.UINT8, (1, SIDE, SIDE, 3))
    return graph.model([given], outputs, "expression").SerializeToString(deterministic=True)


def _arrays(manifest: bytes, weights: bytes) -> dict[str, np.ndarray]:
    found, at = {}, 0
    for entry in json.loads(manifest)[0]["weights"]:
        count, packed = int(np.prod(entry["shape"])), entry.get("quantization")
        kind = np.dtype(np.uint8 if packed else np.float32)
        value = np.frombuffer(weights, kind, count, at).astype(np.float32)
        if packed:
            value = value * np.float32(packed["scale"]) + np.float32(packed["min"])
        found[entry["name"]] = value.reshape(entry["shape"])
        at += count * kind.itemsize
    return found


def _block(graph: Graph, known: dict[str, np.ndarray], block: int, value: str, side: int) -> str:
    """Four convolutions; each takes the rectified sum of those before it."""
    name, half = f"dense{block}", -(-side // 2)
    if block == 0:
        first = _conv(graph, known, value, (f"{name}/conv0/filters", f"{name}/conv0/bias"), side)
    else:
        first = _separable(graph, known, value, f"{name}/conv0", (side, 2))
    made = [graph.add("Relu", [first])]
    for number in (1, 2, 3):
        rectified = made[0] if number == 1 else graph.add("Relu", [_sum(graph, made)])
        made.append(_separable(graph, known, rectified, f"{name}/conv{number}", (half, 1)))
    return graph.add("Relu", [_sum(graph, made)])


def _sum(graph: Graph, values: list[str]) -> str:
    total = values[-1]
    for value in reversed(values[:-1]):
        total = graph.add("Add", [value, total])
    return total


def _conv(
    graph: Graph, known: dict[str, np.ndarray], value: str, names: tuple[str, str], side: int
) -> str:
    kernel, bias = known[names[0]].transpose(_FILTERS), known[names[1]]
    inputs = [value, graph.constant(kernel), graph.constant(bias)]
    return graph.add("Conv", inputs, kernel_shape=[3, 3], strides=[2, 2], pads=_pads(side, 2))


def _separable(
    graph: Graph, known: dict[str, np.ndarray], value: str, name: str, shape: tuple[int, int]
) -> str:
    side, step = shape
    deep = known[f"{name}/depthwise_filter"].transpose(_DEPTHWISE)
    channels = deep.shape[0]
    inner = graph.add(
        "Conv",
        [value, graph.constant(deep.reshape(channels, 1, 3, 3))],
        group=channels,
        kernel_shape=[3, 3],
        strides=[step, step],
        pads=_pads(side, step),
    )
    point = known[f"{name}/pointwise_filter"].transpose(_FILTERS)
    inputs = [inner, graph.constant(point), graph.constant(known[f"{name}/bias"])]
    return graph.add("Conv", inputs, kernel_shape=[1, 1])


def _pads(side: int, step: int) -> list[int]:
    wanted = max((-(-side // step) - 1) * step + 3 - side, 0)
    return [wanted // 2] * 2 + [wanted - wanted // 2] * 2
