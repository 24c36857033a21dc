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

.PHONY: build test pages audit fuzz soak bench cross clean

build: ## the program, ./wp2pub
	go build -trimpath -o wp2pub ./cmd/wp2pub

test: ## vet, staticcheck, and all tests under the race detector, whose report comes last
	$(call install-missing,mariadbd:mariadb-server-core mariadb-install-db:mariadb-server-core mariadb:mariadb-client-core gcc:gcc gcc:libc6-dev $(BROWSER))
	go vet ./...
	go run $(STATICCHECK) ./...
	go test -race -timeout 8m ./...

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

soak: ## the tests again and again, and ten minutes of each fuzz target
	go test -race -count 5 -timeout 0 ./...
	$(MAKE) fuzz FUZZTIME=10m

bench: ## whole runs on a large site, from a database and from its dump; and on hostile ones
	$(call install-missing,mariadbd:mariadb-server-core mariadb-install-db:mariadb-server-core mariadb:mariadb-client-core mariadb-dump:mariadb-client)
	go test -run '^$$' -bench 'WholeProcess|Limits' -benchtime 1x -timeout 0 ./cmd/wp2pub

cross: ## the program for each platform, in dist/; tests must compile there, too
	@set -e; for platform in $(PLATFORMS); do \
		os=$${platform%/*}; arch=$${platform#*/}; suffix=; [ "$$os" != windows ] || suffix=.exe; \
		echo "$$platform"; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -o "dist/wp2pub-$$os-$$arch$$suffix" ./cmd/wp2pub; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go vet ./...; \
	done

clean: ## what the other targets made
	rm -rf wp2pub bin dist artifacts
