"""Fits the weights that tell whether a phrase can be taken off a sentence (deckmaker/condense/detach.json).

    python -m training.detach

The judgements are in cut_labels.json, our own work and without text: for the SHA-1 of a sentence (16 hex digits) the
cuts that were judged, each as first and last character and "ok", "g" (what remains is broken) or "m" (it misleads).
The sentences stand in ../shared/data.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from deckmaker.condense.detach import Features, features
from deckmaker.condense.tree import Tree
from deckmaker.language.parse import parse
from training.judged import sentences

LABELS = Path(__file__).parent / "cut_labels.json"
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "deckmaker" / "condense" / "detach.json"
STRENGTH = 0.003
"""Of the regression's data term (scikit-learn's C), chosen by cross-validation."""

SEEN = 6
"""Cuts that must show a feature before it gets a weight."""

Judged = dict[str, list[tuple[int, int, str]]]


def main() -> None:
    """Fit the weights, print how well they tell, write them."""
    judged: Judged = json.loads(LABELS.read_text("utf-8"))
    rows, holds, groups = _samples(judged)
    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform(rows)
    seen = (table != 0).sum(axis=0) >= SEEN
    spread = table.std(axis=0)[seen] + 1e-6
    scaled = (table[:, seen] - table.mean(axis=0)[seen]) / spread
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    odds = cross_val_predict(model, scaled, holds, groups=groups, cv=GroupKFold(8), method="predict_proba")[:, 1]
    area = float(roc_auc_score(holds, odds))
    sys.stdout.write(f"{len(holds)} cuts, {holds.mean():.1%} hold; cross-validated area under the curve {area:.3f}\n")
    model.fit(scaled, holds)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * table.mean(axis=0)[seen]).sum())
    names = np.array(vectors.get_feature_names_out())[seen]
    found = {str(name): round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    text = json.dumps(found | {"bias": round(bias, 4)}, indent=0, sort_keys=True, ensure_ascii=False)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def _samples(judged: Judged) -> tuple[list[Features], Any, list[str]]:
    """The features of each judged cut that today's trees know as a phrase, whether it holds, its sentence."""
    found = sentences(judged)
    rows, holds, groups = [], [], []
    for (key, text), read in zip(found.items(), parse(list(found.values())), strict=True):
        tree = Tree(text, read)
        spans = {_span(tree, i): i for i in range(tree.size) if not tree.is_mark[i] and tree.heads[i] >= 0}
        for start, end, label in judged[key]:
            if (start, end) in spans:
                rows.append(features(tree, spans[start, end]))
                holds.append(label != "g")
                groups.append(key)
    return rows, np.array(holds), groups


def _span(tree: Tree, i: int) -> tuple[int, int]:
    below = tree.subtree(i)
    return tree.parse.tokens[below[0]][0], tree.parse.tokens[below[-1]][1]


if __name__ == "__main__":
    main()
