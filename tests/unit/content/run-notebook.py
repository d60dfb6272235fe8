"""Runs the cells of a notebook and prints, as JSON, what each of them printed and gave."""

import ast
import contextlib
import io
import json
import sys


def run(source, scope):
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    out, err = io.StringIO(), io.StringIO()
    found = {}
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            exec(compile(tree, 'cell', 'exec'), scope)
            value = None if last is None else eval(compile(ast.Expression(last.value), 'cell', 'eval'), scope)
            for mime, method in (('text/html', '_repr_html_'), ('text/latex', '_repr_latex_'), ('image/svg+xml', '_repr_svg_')):
                if hasattr(value, method):
                    found[mime] = getattr(value, method)()
            if value is not None and not found:
                found['text/plain'] = repr(value)
        except Exception as error:
            found['error'] = f'{type(error).__name__}: {error}'
    return {'stdout': out.getvalue(), 'stderr': err.getvalue(), **found}


with open(sys.argv[1], encoding='utf-8') as file:
    cells = json.load(file)['cells']
names = {}
print(json.dumps([run(''.join(cell['source']), names) for cell in cells if cell['cell_type'] == 'code']))
