"""Trains the network that ships, in three stages, and writes its weights: python -m training [FOLDER].

Each stage leaves its result in the folder (build/training unless given); a stage whose result lies there is not run
again.
"""

import logging
import pickle
import sys
from dataclasses import replace
from pathlib import Path

import torch

from training.batches import Corpus
from training.export import export
from training.fit import Course, fit
from training.material import Material, material
from training.model import Network, Size
from training.teacher import convert, fit_converter

THREADS = 2
FIRST = Course(epochs=4, halt=0.3747)
LAST = Course(epochs=3.5, rate=2e-3, seed=3, bank_tags=1.0)


def main(folder: Path) -> None:
    """Runs the stages that are still to do, then writes the weights file."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(THREADS)
    stuff = material(folder)
    first = first_network(stuff, folder / "first.pt")
    stuff.pairs = taught_pairs(first, stuff, folder / "taught.pickle")
    last = last_network(first, stuff, folder / "last.pt")
    export(last.state_dict(), stuff.vocabulary)


def first_network(stuff: Material, path: Path) -> Network:
    """Stage one: keep bits, tags and edge labels of the pairs; tags and trees of the treebank."""
    lists = stuff.vocabulary
    counts = [len(lists.words) + 3, len(lists.endings) + 3, len(lists.beginnings) + 3]
    torch.manual_seed(FIRST.seed)
    network = Network(Size(*counts, len(lists.tags), len(lists.relations), len(stuff.labels)))
    return _read(network, path) or fit(network, stuff, FIRST, path)


def taught_pairs(first: Network, stuff: Material, path: Path) -> Corpus:
    """Stage two: the pairs with heads, relations and treebank tags."""
    if not path.exists():
        converter = fit_converter(first, stuff)
        taught = convert(converter, stuff.pairs)
        path.write_bytes(pickle.dumps(taught, protocol=5))
    return pickle.loads(path.read_bytes())  # noqa: S301 - our own file


def last_network(first: Network, stuff: Material, path: Path) -> Network:
    """Stage three: the first network, one layer deeper, learns everything again from the taught pairs."""
    torch.manual_seed(LAST.seed)
    network = Network(replace(first.size, layers=first.size.layers + 1))
    network.load_state_dict(first.state_dict(), strict=False)
    with torch.no_grad():  # the new layer begins as almost nothing, so that what was learned holds
        network.sweeps[-1].leave.weight.mul_(0.1)
        network.windows[-1].mix.weight.mul_(0.1)
    return _read(network, path) or fit(network, stuff, LAST, path)


def _read(network: Network, path: Path) -> Network | None:
    if not path.exists():
        return None
    network.load_state_dict(torch.load(path))
    return network


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/training"))
