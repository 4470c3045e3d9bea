"""Fits the weights that tell how likely a reader objects to a bullet (WEIGHTS of deckmaker/condense/doubt.py).

    python -m training.doubt

Prints them, to be copied there.  The judgements are in bullet_labels.json, our own work and without text: for the
SHA-1 of a sentence the bullets made of it that were judged, each as its article (six hex digits of a hash), where its
words stand (first and last character of each run, alternating) and "o" (fine), "u" (broken), "m" (misleading), "r"
(unclear without what came before) or "e" (empty).  The sentences stand in ../shared/data.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from deckmaker.condense.doubt import Signs, signs
from deckmaker.condense.tree import Tree
from deckmaker.language.parse import parse
from training.judged import sentences

LABELS = Path(__file__).parent / "bullet_labels.json"
STRENGTH = 0.01
"""Of the regression's data term (scikit-learn's C), chosen by cross-validation."""

Judged = dict[str, list[tuple[str, list[int], str]]]


def main() -> None:
    """Print how well the signs tell, and their weights."""
    table, bad, groups = _samples(json.loads(LABELS.read_text("utf-8")))
    spread = table.std(axis=0) + 1e-6
    scaled = (table - table.mean(axis=0)) / spread
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    odds = cross_val_predict(model, scaled, bad, groups=groups, cv=GroupKFold(10), method="predict_proba")[:, 1]
    area = float(roc_auc_score(bad, odds))
    sys.stdout.write(
        f"{len(bad)} bullets, {bad.mean():.1%} objected to; cross-validated area under the curve {area:.3f}\n"
    )
    best = np.argsort(odds)
    for share in (0.5, 0.7, 0.85):
        sys.stdout.write(f"of the best {share:.0%}: {bad[best[: int(share * len(bad))]].mean():.1%}\n")
    model.fit(scaled, bad)
    weights = model.coef_[0] / spread
    for name, weight in zip(Signs.__slots__, weights, strict=True):
        sys.stdout.write(f"    {name}={weight:.2f},\n")
    sys.stdout.write(f"AVERAGE = {float(weights @ table.mean(axis=0)):.2f}\n")


def _samples(judged: Judged) -> tuple[Any, Any, list[str]]:
    """The signs of each judged bullet, whether it was objected to, its article."""
    found = sentences(judged)
    rows, bad, groups = [], [], []
    for (key, text), read in zip(found.items(), parse(list(found.values())), strict=True):
        tree = Tree(text, read)
        for article, spans, verdict in judged[key]:
            runs = list(zip(spans[::2], spans[1::2], strict=True))
            kept = frozenset(
                i
                for i, (start, end) in enumerate(tree.parse.tokens)
                if not tree.is_mark[i] and any(first <= start and end <= last for first, last in runs)
            )
            if kept:
                seen = signs(tree, kept)
                rows.append([float(getattr(seen, name)) for name in Signs.__slots__])
                bad.append(verdict != "o")
                groups.append(article)
    return np.array(rows), np.array(bad), groups


if __name__ == "__main__":
    main()
