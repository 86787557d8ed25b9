"""The roof of the house: one agency-year as a whole, its report, its checks and its workbook."""
