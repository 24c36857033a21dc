# What one does with this repository. Go and make must be there; test and bench install with apt what else they need.

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
PLATFORMS   := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
FUZZTIME    ?= 1m

# Debian keeps servers in folders that are not on every PATH.
export PATH := $(PATH):/usr/local/sbin:/usr/sbin:/sbin

# install-missing installs the package of each "program:package" whose program is not there.
define install-missing
	@missing=; for pair in $(1); do \
		command -v "$${pair%%:*}" >/dev/null || missing="$$missing $${pair#*:}"; \
	done; \
	[ -z "$$missing" ] || { \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; \
	}
endef

# The pages of a test are looked at in a browser, with fonts for all the scripts in them.
BROWSER := chromium:chromium chromium:fonts-noto-core chromium:fonts-noto-cjk chromium:fonts-noto-color-emoji

# Other programs read what is written for them.
READERS := pandoc:pandoc pandoc:citation-style-language-styles ris2xml:bibutils

# Recipes for schedulers are looked at, and run.
RECIPES := systemd-analyze:systemd git:git

# The checker of pages' accessibility is a tool of the tests, under a licence of its own; it is fetched, never committed.
AXE        := axe-core-4.14.1
AXE_SHA512 := 1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5

.PHONY: build test axe pages audit fuzz soak bench cross clean

build: ## the program, ./wp2pub
	go build -trimpath -o wp2pub ./cmd/wp2pub

# Tests run under the race detector where a package, or a test of it, starts goroutines. Where none does, it finds nothing, and takes
# several times as long. The program is tested as users have it.
CONCURRENT = $$(grep -rlE --include='*.go' '^\s*go (func\b|[a-zA-Z.]+\()|\.Go\(|\.Parallel\(\)|RunParallel' mapping migrate | xargs -n1 dirname | sort -u | sed 's|^|./|')

test: ## vet, staticcheck, and all tests, those of packages that start goroutines under the race detector; the others' report comes last
	$(call install-missing,mariadbd:mariadb-server-core mariadb-install-db:mariadb-server-core mariadb:mariadb-client-core mariadb-dump:mariadb-client gcc:gcc gcc:libc6-dev $(BROWSER) $(READERS) $(RECIPES))
	@$(MAKE) --no-print-directory axe || echo "axe-core could not be fetched: the test that needs it says so"
	go vet ./...
	go run $(STATICCHECK) ./...
	@mkdir -p bin; concurrent="$(CONCURRENT)"; others="$$(go list ./... | grep -vxF "$$(go list $$concurrent)")"; \
	echo go test -race -timeout 9m $$concurrent; echo "beside go test -timeout 9m of all the others"; \
	{ go test -timeout 9m $$others > bin/others.out 2>&1; echo $$? > bin/others.code; } & \
	go test -race -timeout 9m $$concurrent; code=$$?; \
	wait; cat bin/others.out; exit $$((code | $$(cat bin/others.code)))

axe: bin/$(AXE).js ## the checker of pages' accessibility, from npm

bin/$(AXE).js:
	$(call install-missing,npm:npm)
	@mkdir -p bin
	npm pack --silent --pack-destination bin $(subst axe-core-,axe-core@,$(AXE))
	@echo "$(AXE_SHA512)  bin/$(AXE).tgz" | sha512sum --check --quiet
	@tar -xzOf bin/$(AXE).tgz package/axe.min.js > $@.new && mv $@.new $@ && rm bin/$(AXE).tgz

pages: ## screenshots of posts before and after, as a browser shows them, in artifacts
	$(call install-missing,$(BROWSER))
	rm -rf artifacts && mkdir -p artifacts
	go test -run TestPages -artifacts -outputdir "$(CURDIR)/artifacts" ./cmd/wp2pub

audit: ## known vulnerabilities in what is used; needs the network
	@GOBIN="$(CURDIR)/bin" go install $(GOVULNCHECK)
	@report=$$(bin/govulncheck ./... 2>&1); code=$$?; printf '%s\n' "$$report"; \
	case "$$code:$$report" in \
	1:*"fetching vulnerabilities"*) echo "audit: the database of vulnerabilities cannot be reached from here; NOTHING WAS CHECKED" ;; \
	*) exit $$code ;; \
	esac

fuzz: ## each fuzz target for FUZZTIME
	@set -e; for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' "$$package" | grep '^Fuzz' || true); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$package"; \
		done; \
	done

soak: ## the tests again and again; thousands of histories of a site, of kills and of runs that meet; a connection cut at every packet, a disk full at every page; ten minutes of each fuzz target
	go test -race -count 5 -timeout 0 ./...
	go test -timeout 0 -run TestResyncEqualsFreshRun ./migrate -rapid.checks 20000
	go test -timeout 0 -run TestResyncOfALiveSite ./migrate -rapid.checks 2000
	WP2PUB_SOAK=90 go test -timeout 0 -v -run TestResyncWhereMariaDBVouches ./migrate
	WP2PUB_SOAK=1000 go test -timeout 0 -run 'TestKilledAgain|TestHandsAmidKills' ./migrate/output
	WP2PUB_SOAK=1000 go test -timeout 0 -v -run 'TestStruck|TestCutConnections|TestPlanted|TestFullDisk' ./cmd/wp2pub
	WP2PUB_SOAK=200 go test -timeout 0 -v -run TestTwoAtOnce ./cmd/wp2pub
	$(MAKE) fuzz FUZZTIME=10m

bench: ## whole runs on a large site, from a database and from its dump; and on hostile ones
	$(call install-missing,mariadbd:mariadb-server-core mariadb-install-db:mariadb-server-core mariadb:mariadb-client-core mariadb-dump:mariadb-client)
	go test -run '^$$' -bench 'WholeProcess|Resync|Limits' -benchtime 1x -timeout 0 ./cmd/wp2pub

cross: ## the program for each platform, in dist/; tests must compile there, too
	@set -e; for platform in $(PLATFORMS); do \
		os=$${platform%/*}; arch=$${platform#*/}; suffix=; [ "$$os" != windows ] || suffix=.exe; \
		echo "$$platform"; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -o "dist/wp2pub-$$os-$$arch$$suffix" ./cmd/wp2pub; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go vet ./...; \
	done

clean: ## what the other targets made
	rm -rf wp2pub bin dist artifacts
