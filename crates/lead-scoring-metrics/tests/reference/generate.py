"""Writes rankings.json and proportions.json, the reference values of the tests.

Run:  python generate.py   (in this folder)
Made with Python 3, NumPy, SciPy, scikit-learn and statsmodels at the versions each file states.

Where a library has the statistic, its call is used and named below. DeLong's variance and test, the
equal-count calibration error and Bonett and Wright's interval are written out here from their papers
in the plainest way (every pair, every row), independently of the crate's algorithms.
"""

import json
import math
import platform

import numpy
import scipy
import sklearn
import statsmodels
from scipy import optimize, stats
from sklearn import metrics
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
)

LEVEL = 0.95
Z = stats.norm.ppf(0.5 + LEVEL / 2)


def kernel(won_score, lost_score):
    return 1.0 if won_score > lost_score else 0.5 if won_score == lost_score else 0.0


def placements(scores, won):
    """DeLong's V10 and V01, by comparing every won lead with every lost lead."""
    pairs = numpy.array(
        [[kernel(a, b) for b in scores[~won]] for a in scores[won]]
    )
    return pairs.mean(axis=1), pairs.mean(axis=0)


def delong_variance(scores, won):
    v10, v01 = placements(scores, won)
    return numpy.var(v10, ddof=1) / len(v10) + numpy.var(v01, ddof=1) / len(v01)


def delong_limits(scores, won):
    """The roots of (auc - theta)^2 = t^2 V(theta); src/delong.rs states V, one step after the other."""
    v10, v01 = placements(scores, won)
    wins, losses = len(v10), len(v01)
    auc, s10, s01 = v10.mean(), numpy.var(v10, ddof=1), numpy.var(v01, ddof=1)

    def hanley_mcneil(theta):
        return theta / (2 - theta) - theta**2, 2 * theta**2 / (1 + theta) - theta**2

    def model(theta):
        p, q = theta * (1 - theta), sum(hanley_mcneil(theta)) / 2
        return (p + (wins + losses - 2) * q) / (wins * losses)

    q1, q2 = hanley_mcneil(auc)
    p, q = auc * (1 - auc), (q1 + q2) / 2
    e10, e01 = (p + (losses - 2) * q) / losses, (p + (wins - 2) * q) / wins
    fewer = min(wins, losses)
    skew = ((wins - 1) * (s10 - e10) - (losses - 1) * (s01 - e01)) / (wins + losses - 2) * fewer / (fewer + 10)
    skew = numpy.clip(skew, -abs(q1 - q2) / 2, abs(q1 - q2) / 2)
    t10 = ((wins - 1) * s10 + 6 * (e10 + skew)) / (wins + 5)
    t01 = ((losses - 1) * s01 + 6 * (e01 - skew)) / (losses + 5)
    joined = t10 / wins + t01 / losses
    df = joined**2 / ((t10 / wins) ** 2 / (wins + 5) + (t01 / losses) ** 2 / (losses + 5))
    t = stats.t.ppf(0.5 + LEVEL / 2, df)
    expected = e10 / wins + e01 / losses

    def beyond(theta):
        return (auc - theta) ** 2 - t**2 * joined * model(theta) / expected

    # scipy.optimize.brentq
    return [optimize.brentq(beyond, auc, end, xtol=1e-15, rtol=1e-14) for end in (0.0, 1.0)]


def delong_test(first, second, won):
    a10, a01 = placements(first, won)
    b10, b01 = placements(second, won)
    covariance = numpy.cov(a10, b10) / len(a10) + numpy.cov(a01, b01) / len(a01)
    difference = a10.mean() - b10.mean()
    variance = covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1]
    z = difference / math.sqrt(variance)
    return {
        "difference": difference,
        "lower": difference - Z * math.sqrt(variance),
        "upper": difference + Z * math.sqrt(variance),
        "p_value": 2 * stats.norm.sf(abs(z)),
    }


def calibration_error(probabilities, won, bins):
    """Equal-count bins; rows of equal probability share the bin of their middle position."""
    n = len(probabilities)
    members = {}
    for p, y in zip(probabilities, won):
        below = int(numpy.sum(probabilities < p))
        ties = int(numpy.sum(probabilities == p))
        members.setdefault(bins * (2 * below + ties) // (2 * n), []).append((p, y))
    return sum(
        len(rows) / n * abs(numpy.mean([p for p, _ in rows]) - numpy.mean([y for _, y in rows]))
        for rows in members.values()
    )


def spearman_limits(scores, won):
    """Delta method on atanh(rho / m), m the factor between rho and 2 sqrt(pq) (2 auc - 1)."""
    n, p = len(won), float(numpy.mean(won))
    gap = 2 * metrics.roc_auc_score(won, scores) - 1
    g = 2 * math.sqrt(p * (1 - p)) * gap
    scale = stats.spearmanr(scores, won).statistic / g
    variance = 16 * p * (1 - p) * delong_variance(scores, won) + (gap * (1 - 2 * p)) ** 2 / n
    half = Z * math.sqrt(variance) / (1 - g**2)
    return [scale * math.tanh(math.atanh(g) - half), scale * math.tanh(math.atanh(g) + half)]


def ranking_case(name, rng, n, base_rate, decimals, strength):
    won = rng.random(n) < base_rate
    won[0], won[1], won[2], won[3] = True, True, False, False
    latent = rng.normal(size=n) + strength * won
    scores = numpy.round(latent, decimals)
    rival = numpy.round(0.5 * latent + rng.normal(size=n) + 0.3 * won, decimals)
    probabilities = numpy.round(1 / (1 + numpy.exp(-(latent - 1))), 3)
    probabilities[4], probabilities[5] = 0.0, 1.0
    threshold = float(numpy.median(scores))
    predicted = scores >= threshold
    precision, recall, _ = metrics.precision_recall_curve(won, scores)
    rho = stats.spearmanr(scores, won).statistic
    rival_rho = stats.spearmanr(scores, rival).statistic
    ks = stats.ks_2samp(scores[won], scores[~won], method="asymp")
    welch = stats.ttest_ind(scores[won], scores[~won], equal_var=False)
    welch_limits = welch.confidence_interval(LEVEL)
    return {
        "name": name,
        "scores": scores.tolist(),
        "rival": rival.tolist(),
        "probabilities": probabilities.tolist(),
        "won": won.tolist(),
        # sklearn.metrics.roc_auc_score(won, scores)
        "auc": metrics.roc_auc_score(won, scores),
        "delong_variance": delong_variance(scores, won),
        "delong_limits": delong_limits(scores, won),
        "delong_test": delong_test(scores, rival, won),
        # sklearn.metrics.average_precision_score(won, scores)
        "average_precision": metrics.average_precision_score(won, scores),
        # sklearn.metrics.precision_recall_curve(won, scores), lowest threshold first
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        # scipy.stats.spearmanr
        "spearman": rho,
        "spearman_limits": spearman_limits(scores, won),
        "spearman_rival": rival_rho,
        # scipy.stats.ks_2samp(scores[won], scores[~won]).statistic
        "ks": ks.statistic,
        "threshold": threshold,
        # sklearn.metrics.*_score(won, scores >= threshold)
        "accuracy": metrics.accuracy_score(won, predicted),
        "precision_at": metrics.precision_score(won, predicted),
        "recall_at": metrics.recall_score(won, predicted),
        "f1_at": metrics.f1_score(won, predicted),
        # sklearn.metrics.brier_score_loss(won, probabilities)
        "brier": metrics.brier_score_loss(won, probabilities),
        # sklearn.metrics.log_loss on both columns (lost, won), each raised to at least 1e-15
        "log_loss": metrics.log_loss(
            won, numpy.maximum(numpy.column_stack([1 - probabilities, probabilities]), 1e-15)
        ),
        "calibration_error_10": calibration_error(probabilities, won, 10),
        "calibration_error_3": calibration_error(probabilities, won, 3),
        # scipy.stats.ttest_ind(scores[won], scores[~won], equal_var=False)
        "welch": {
            "df": welch.df,
            "p_value": welch.pvalue,
            "lower": welch_limits.low,
            "upper": welch_limits.high,
        },
    }


def proportion_case(successes, trials, level):
    def limits(method):
        # statsmodels.stats.proportion.proportion_confint
        return [float(v) for v in proportion_confint(successes, trials, 1 - level, method)]

    return {
        "successes": successes,
        "trials": trials,
        "level": level,
        "wilson": limits("wilson"),
        "clopper_pearson": limits("beta"),
        "jeffreys": limits("jeffreys"),
    }


def two_group_case(first, second, level):
    def limits(compare, method, **more):
        # statsmodels.stats.proportion.confint_proportions_2indep
        return [
            float(v)
            for v in confint_proportions_2indep(
                *first, *second, compare=compare, method=method, alpha=1 - level, **more
            )
        ]

    return {
        "first": first,
        "second": second,
        "level": level,
        "newcombe": limits("diff", "newcomb"),
        "katz": limits("ratio", "log"),
        "koopman": limits("ratio", "score", correction=False),
    }


def write(path, content):
    content["made_with"] = {
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "statsmodels": statsmodels.__version__,
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=None, separators=(",", ":"), default=float)
        file.write("\n")


def main():
    # numpy.random.default_rng(seed) is PCG64; each case has a seed of its own.
    rankings = [
        ranking_case("many ties", numpy.random.default_rng(1), 200, 0.3, 0, 1.2),
        ranking_case("some ties", numpy.random.default_rng(2), 300, 0.15, 1, 0.8),
        ranking_case("few ties", numpy.random.default_rng(3), 250, 0.5, 3, 0.5),
        ranking_case("small", numpy.random.default_rng(4), 14, 0.4, 1, 1.0),
        ranking_case("rare wins", numpy.random.default_rng(5), 400, 0.02, 1, 1.5),
        ranking_case("reversed", numpy.random.default_rng(6), 120, 0.4, 1, -0.9),
    ]
    write("rankings.json", {"level": LEVEL, "cases": rankings})
    proportions = [
        proportion_case(successes, trials, level)
        for successes, trials in [(1, 10), (5, 10), (9, 10), (3, 47), (120, 400), (999, 1000), (31337, 1000000)]
        for level in (0.8, 0.95, 0.99)
    ]
    two_groups = [
        two_group_case(first, second, level)
        for first, second in [
            ((30, 60), (20, 100)),
            ((3, 40), (11, 35)),
            ((9, 9), (4, 12)),
            ((250, 1000), (1800, 9000)),
        ]
        for level in (0.9, 0.95)
    ]
    write("proportions.json", {"proportions": proportions, "two_groups": two_groups})


if __name__ == "__main__":
    main()
