"""The gate before publication: shapes, quotations, dangling names, undeclared terms, and a readable report."""
