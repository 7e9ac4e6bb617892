"""The versions of the models that a reading rests on; the registry must name the same."""

FACE_VERSION = "mediapipe-face-1"
NETWORK_VERSION = "face-api-expression-1.7.15"
HEAD_VERSION = "expression-head-1"
