"""The torch network that is trained and the numpy network that ships do the same sums."""

import importlib
from pathlib import Path

import numpy as np
import pytest

from deckmaker.language.features import Vocabulary
from deckmaker.language.network import Network

ROOT = Path(__file__).parents[2]


def test_torch_and_numpy_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="the training extra is not installed")
    monkeypatch.syspath_prepend(str(ROOT))
    model = importlib.import_module("training.model")
    export = importlib.import_module("training.export")
    torch.manual_seed(5)
    trained = model.Network(model.Size(40, 20, 20, 6, 5, 4, width=32, state=12, layers=2)).eval()
    rows = [[(3 + i, 4 + i % 7, 5 + i % 9, 1 + i % 14) for i in range(n)] for n in (9, 14)]
    inputs = torch.zeros(2, 14, 4, dtype=torch.long)
    for number, sentence in enumerate(rows):
        inputs[number, : len(sentence)] = torch.tensor(sentence)
    mask = inputs[..., 3] > 0
    with torch.no_grad():
        hidden = trained.hidden(inputs, mask, 0.0)
        keep = trained.keep(hidden)[..., 0].numpy()
        heads = trained.arcs(hidden, mask, 0.0).numpy()

    path = tmp_path / "weights.npz"
    export.export(trained.state_dict(), Vocabulary({}, {}, {}, ("NN",), ("root",)), path)
    with np.load(path) as stored:
        weights = {name: stored[name].astype(np.float32) for name in stored.files if not name.startswith("list.")}
    shipped = Network(Vocabulary({}, {}, {}, (), ()), weights)
    ours = shipped._hidden(rows, 14)
    for number, sentence in enumerate(rows):
        n = len(sentence)
        np.testing.assert_allclose(shipped._arcs(ours)[number, :n, : n + 1], heads[number, :n, : n + 1], atol=0.02)
        np.testing.assert_allclose(shipped.read(rows)[number].keep, keep[number, :n], atol=0.02)
