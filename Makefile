# GNU make 3.81 or newer, a POSIX shell and Python 3.11 or newer; everything else goes into .venv.
# On Windows without make: see README.md, 安装.

PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
SOURCES := $(shell find xinfang -type f -not -name '*.pyc')
# Any text read or written without naming its encoding is an error, here and in every process that tests start.
STRICT = PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -X warn_default_encoding -W error::EncodingWarning
# Tests that also have to pass where the console speaks GBK, as a Chinese Windows does.
GBK_TESTS = tests/docs tests/cli tests/render tests/sheets

.PHONY: help demo test lint bench clean

help:
	@echo 'make demo   安装到 .venv，导入示例台账看一遍（只动 demo/，不碰您的台账）'
	@echo 'make test   安装到 .venv，运行全部检查和测试'
	@echo 'make bench  量速度（几分钟到几十分钟）'
	@echo 'make clean  删去 .venv、demo/ 和各种缓存'

demo: $(VENV)/.program
	@sh examples/demo.sh

test: lint
	$(STRICT) -m pytest
	PYTHONIOENCODING=gbk $(STRICT) -m pytest $(GBK_TESTS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python bench/run.py

clean:
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The program as a user has it: built, then installed. It takes the place of the developer's installation.
$(VENV)/.program: $(VENV)/pyvenv.cfg pyproject.toml README.md $(SOURCES)
	@echo '正在安装 xinfang（第一次约一分钟，要联网）……'
	@rm -f $(VENV)/.dev
	@$(PIP) . || { echo '安装没有成功。多半是连不上网，或网络要设代理；原因见上面几行。' >&2; exit 1; }
	@touch $@

# The program straight from this folder, with the tools of pyproject.toml's extra `dev`.
$(VENV)/.dev: $(VENV)/pyvenv.cfg pyproject.toml
	@echo '正在安装 xinfang 和测试工具（第一次约一分钟，要联网）……'
	@rm -f $(VENV)/.program
	@$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/pyvenv.cfg:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo '没有找到 $(PYTHON)。请装 Python 3.11 或更新的版本；已装在别处的: make PYTHON=/路径/python3.11 …' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "要 Python 3.11 或更新的版本，$(PYTHON) 是 $$($(PYTHON) --version 2>&1)。装了新版的: make PYTHON=python3.11 …" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo '$(PYTHON) 缺少 venv 部分。Debian、Ubuntu: 由管理员装 python3-venv。' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
