# `make run` and `make test` do all set-up themselves, on Debian, Ubuntu and macOS with Swift 6.2 or later.

SWIFT ?= swift
# Flags for every build; .ci/run makes imports without a declared dependency an error.
BUILD_FLAGS ?=
BINARY = .build/release/manifestlint

.PHONY: run test build format check-format check-all check-differential check-sanitizers fuzz update-samples clean setup

## Builds the command, lints the samples: first those that are right, then some that are not.
run: build
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

## Builds the command, optimised.
build: setup
	$(SWIFT) build $(BUILD_FLAGS) -c release --product manifestlint

## Formats the source in place.
format:
	$(SWIFT) format format --in-place -r Sources Tests Package.swift

## Fails if a file is not formatted.
check-format:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

## Writes the expected outputs of the samples, and the table of rules in README, anew.
update-samples: setup
	UPDATE_EXPECTED=1 $(SWIFT) test --filter 'SampleTests|ReadmeTests'

## Everything: what .ci/run checks, and what takes longer or needs other programs.
check-all: check-format test
check-all: check-differential
check-all: check-sanitizers
check-all: fuzz

## Compares verdicts and values with independent programs.
check-differential: setup
	.ci/differential

## Runs all tests under the sanitizers of addresses, undefined behaviour and threads.
check-sanitizers: setup
	.ci/sanitize address
	.ci/sanitize undefined
	.ci/sanitize thread

# How long each part is fuzzed.
FUZZ_SECONDS ?= 60

## Feeds every part that takes bytes from strangers with what libFuzzer makes up.
fuzz: setup
	.ci/fuzz $(FUZZ_SECONDS)

clean:
	rm -rf .build .build-*

# libyaml and pkg-config, where they are missing.
setup:
	@pkg-config --exists yaml-0.1 2>/dev/null || .ci/install-libyaml
