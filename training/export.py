"""Writes a trained network as the weights file that ships: float16, linear weights turned for x @ W."""

from pathlib import Path

import numpy as np
import torch

from deckmaker.language.features import Vocabulary

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "deckmaker" / "language" / "weights.npz"
_TABLES = ("words.", "endings.", "beginnings.", "shapes.")
_TRAINING_ONLY = ("labels.",)


def export(state: dict[str, torch.Tensor], vocabulary: Vocabulary, path: Path = WEIGHTS) -> None:
    """Writes the weights file; written aside, then renamed."""
    arrays: dict[str, np.ndarray] = {}
    for name, tensor in state.items():
        if not name.startswith(_TRAINING_ONLY):
            turned = name.endswith(".weight") and not name.startswith(_TABLES)
            arrays[name] = np.ascontiguousarray((tensor.T if turned else tensor).numpy().astype(np.float16))
    lists = {
        "words": list(vocabulary.words), "endings": list(vocabulary.endings),
        "beginnings": list(vocabulary.beginnings), "tags": vocabulary.tags, "relations": vocabulary.relations,
    }  # fmt: skip
    for name, entries in lists.items():
        arrays[f"list.{name}"] = np.frombuffer("\n".join(entries).encode(), np.uint8)
    aside = path.with_name(path.name + ".part")
    with aside.open("wb") as file:
        np.savez(file, **arrays)
    aside.replace(path)
