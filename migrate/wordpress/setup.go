package wordpress

// Setup is what the whole site shares.
type Setup struct {
	Home      string // option home without a trailing slash: "https://example.org"
	SiteURL   string // option siteurl without a trailing slash
	Host      string // of Home: lower case, without "www." and port
	ID        string // SITE of the record's id: host and path of Home, lower case, without scheme, "www." and port
	Language  string // BCP 47, of the option WPLANG; "en-US" where it is empty
	Uploads   string // URL of the uploads folder, without a trailing slash
	Structure string // permalink_structure; empty: plain ?p= links
}

// setup is worked out of the rows once, in Build.
type setup struct {
	Setup
}
