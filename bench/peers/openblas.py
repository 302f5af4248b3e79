"""The peer numpy: one line of JSON in (a workload, or a command), one line out. One thread, floats of 32 bits."""
import json
import sys
import time

import numpy as np

clock = time.process_time if "--clock=cpu" in sys.argv else time.perf_counter


def main():
    work = json.loads(sys.stdin.readline())
    widths, batch = work["widths"], work["batch"]
    rate = np.float32(work["optimiser"]["learningRate"])
    acts = [layer["activation"] for layer in work["layers"]]
    flat = np.array(work["parameters"], np.float32)
    weights, biases, at = [], [], 0
    for n, m in zip(widths[:-1], widths[1:]):
        weights.append(flat[at : at + n * m].reshape(m, n).copy())
        at += n * m
        biases.append(flat[at : at + m].copy())
        at += m
    x = np.array(work["x"], np.float32).reshape(-1, widths[0])
    y = np.array(work["y"], np.float32).reshape(-1, widths[-1])
    softmax = work["loss"] == "softmax-cross-entropy"

    def forward(a):
        kept = [a]
        for W, b, f in zip(weights, biases, acts):
            a = a @ W.T
            a += b
            if f == "relu":
                np.maximum(a, 0, out=a)
            kept.append(a)
        return kept

    def epoch():
        for start in range(0, len(x), batch):
            target = y[start : start + batch]
            kept = forward(x[start : start + batch])
            a = kept[-1]
            if softmax:
                e = np.exp(a - a.max(1, keepdims=True))
                d = (e / e.sum(1, keepdims=True) - target) / np.float32(len(target))
            else:
                d = (a - target) * np.float32(2 / target.size)
            for l in range(len(weights) - 1, -1, -1):
                if acts[l] == "relu":
                    d *= kept[l + 1] > 0
                below = d @ weights[l] if l else None
                weights[l] -= rate * (d.T @ kept[l])
                biases[l] -= rate * d.sum(0)
                d = below

    print(json.dumps({"version": np.__version__}), flush=True)
    for line in sys.stdin:
        if line.strip() == "outputs":
            print(json.dumps([float(v) for v in forward(x)[-1].ravel()]), flush=True)
        else:
            begun = clock()
            count = 0
            while count == 0 or clock() - begun < float(line) / 1000:
                epoch()
                count += 1
            print(json.dumps({"ms": (clock() - begun) * 1000, "epochs": count}), flush=True)


main()
