"""The cellar: numbers, periods, results. Standard library only; every room may import it, it imports none."""
