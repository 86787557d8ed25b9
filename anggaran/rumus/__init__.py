"""Formulas of money over plain numbers; a function bears the name of the figure it returns."""
