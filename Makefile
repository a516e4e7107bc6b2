# `make run` and `make test` do all set-up themselves, on Debian, Ubuntu and macOS with Swift 6.2 or later.

SWIFT ?= swift
# Flags for every build; .ci/run makes imports without a declared dependency an error.
BUILD_FLAGS ?=
BINARY = .build/release/manifestlint
# Where `make install` puts the command: PREFIX/bin/manifestlint.
PREFIX ?= /usr/local

.PHONY: run test release install bench bench-quick growth check-release format check-format check-all check-consumers \
	check-differential check-editors check-laws check-sanitizers fuzz update-samples clean setup

## Builds the command, lints the samples: first those that are right, then some that are not.
run: release
	@echo
	@echo '$$ manifestlint Samples/valid'
	@$(BINARY) Samples/valid
	@echo
	@echo '$$ manifestlint Samples/invalid/quotas.pipedrive.yaml Samples/invalid/missing-and-unknown-keys.pipedrive.yaml'
	@$(BINARY) Samples/invalid/quotas.pipedrive.yaml Samples/invalid/missing-and-unknown-keys.pipedrive.yaml || test $$? -eq 1
	@echo
	@echo '$$ manifestlint --format concise Samples/invalid'
	@$(BINARY) --format concise Samples/invalid || test $$? -eq 1
	@echo
	@echo 'The command is $(BINARY); try: $(BINARY) --help'

## Builds everything and runs all tests.
test: setup
	$(SWIFT) build $(BUILD_FLAGS) --build-tests
	$(SWIFT) test $(BUILD_FLAGS) --skip-build

## Builds the command as users get it: one file that needs nothing else.
release: setup
	SWIFT='$(SWIFT)' .ci/build-release $(BUILD_FLAGS)

## Installs the command below PREFIX.
install: release
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 $(BINARY) '$(DESTDIR)$(PREFIX)/bin/manifestlint'

## Measures the command against its goals, the floors and other tools: some 15 minutes.
bench: release
	Benchmarks/bench

## Measures the same on less, in two minutes.
bench-quick: release
	Benchmarks/bench --quick

## Looks how time and memory grow with inputs that were costly once, or could be.
growth: release
	Benchmarks/growth

## Formats the source in place.
format:
	$(SWIFT) format format --in-place -r Sources Tests Package.swift

## Fails if a file is not formatted.
check-format:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

## Writes the expected outputs of the samples, the table of rules in README and the rules in the configuration's schema anew.
update-samples: setup
	UPDATE_EXPECTED=1 $(SWIFT) test --filter 'SampleTests|ReadmeTests|ConfigSchemaTests|BareSchemaTests'

## Everything: what .ci/run checks, and what takes longer or needs other programs.
check-all: check-format test check-release
check-all: check-laws
check-all: check-consumers
check-all: check-editors
check-all: check-differential
check-all: check-sanitizers
check-all: fuzz

## Holds the laws over ten thousand made-up manifests and as many edits, and kills 200 runs that write; the tests do the
## same with fewer.
check-laws: setup
	$(SWIFT) build $(BUILD_FLAGS) --build-tests
	THOROUGH=1 $(SWIFT) test $(BUILD_FLAGS) --skip-build \
	  --filter 'SchemaAgreementTests|GeneratedManifestTests|LawTests|KillTests|RandomEditTests|EveryPositionTests'

## Looks whether the release is small and starts where there is nothing else.
check-release: release
	.ci/check-release

## Compares verdicts and values with independent programs.
check-differential: setup
	.ci/differential

## Runs all tests under the sanitizers of addresses and of threads.
check-sanitizers: setup
	.ci/sanitize address
	.ci/sanitize thread

# How long each part is fuzzed.
FUZZ_SECONDS ?= 60

## Feeds every part that takes bytes from strangers with what libFuzzer makes up.
fuzz: setup
	.ci/fuzz $(FUZZ_SECONDS)

## Reads reports, recipes and hooks with the programs that they are for.
check-consumers: setup
	$(SWIFT) build $(BUILD_FLAGS) --product manifestlint
	.ci/check-consumers .build/debug/manifestlint

## Tries the language server in real editors: Neovim, which is installed on Debian and Ubuntu where it is missing, and
## Emacs where it is there with Eglot.
check-editors: setup
	$(SWIFT) build $(BUILD_FLAGS) --product manifestlint
	Tests/Editors/run .build/debug/manifestlint

clean:
	rm -rf .build .build-*

# libyaml and pkg-config, where they are missing.
setup:
	@pkg-config --exists yaml-0.1 2>/dev/null || .ci/install-libyaml
