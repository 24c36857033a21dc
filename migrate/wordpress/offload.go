package wordpress

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// offloadTable is where WP Offload Media says which files of the media library lie in a bucket; older versions say it in the
// meta offloadMeta of each. Its settings say from where the files are served.
const (
	offloadTable   = "as3cf_items"
	offloadMeta    = "amazonS3_info"
	offloadSetting = "tantan_wordpress_s3"
)

// BucketFile is where a plugin keeps the file of an attachment: a bucket of a provider, and the key in it.
type BucketFile struct{ Provider, Region, Bucket, Key string }

// offload adds a row of the plugin's table. Of files that only some may see nothing is known.
func (b *Builder) offload(r Row) {
	if r["source_type"] != "media-library" || r["is_private"] == "1" || r["path"] == "" || r["bucket"] == "" {
		return
	}
	b.offloaded[number(r["source_id"])] = BucketFile{b.interned(r["provider"]), b.interned(r["region"]), b.interned(r["bucket"]), strings.Clone(r["path"])}
}

// bucketFile is that of an attachment, by the table or by its meta.
func (b *Builder) bucketFile(id int64, meta []Meta) BucketFile {
	if stored, ok := b.offloaded[id]; ok {
		return stored
	}
	stored, _ := metaValue(meta, offloadMeta)
	o := objectOf(stored)
	f := BucketFile{textOf(lookup(o, "provider")), textOf(lookup(o, "region")), textOf(lookup(o, "bucket")), textOf(lookup(o, "key"))}
	if acl := textOf(lookup(o, "acl")); f.Bucket == "" || f.Key == "" || strings.HasPrefix(acl, "private") {
		return BucketFile{}
	}
	return f
}

// root is the URL that stands before the keys of a bucket.
func (f BucketFile) root() string {
	host, inPath := f.Bucket+".s3.amazonaws.com", "s3.amazonaws.com/"+f.Bucket
	switch {
	case f.Provider == "gcp":
		return "https://storage.googleapis.com/" + f.Bucket
	case f.Provider == "do":
		return "https://" + f.Bucket + "." + f.Region + ".digitaloceanspaces.com"
	case f.Region != "" && f.Region != "us-east-1":
		host, inPath = f.Bucket+".s3."+f.Region+".amazonaws.com", "s3."+f.Region+".amazonaws.com/"+f.Bucket
	}
	if strings.Contains(f.Bucket, ".") { // certificates hold for one part
		return "https://" + inPath
	}
	return "https://" + host
}

// deliveryOf is the URL before the keys of offloaded files where the settings name a domain for them, and whether the plugin
// serves them at all.
func deliveryOf(s *Site, folders []string) (url string, serves bool) {
	if !slices.ContainsFunc(folders, func(folder string) bool { return strings.HasPrefix(folder, "amazon-s3-and-cloudfront") }) {
		return "", false
	}
	o := objectOf(s.options[offloadSetting])
	if serve := lookup(o, "serve-from-s3"); serve != nil && !isTrue(serve) {
		return "", false
	}
	domain := ""
	switch {
	case isTrue(lookup(o, "enable-delivery-domain")):
		domain = textOf(lookup(o, "delivery-domain"))
	case textOf(lookup(o, "domain")) == "cloudfront":
		domain = textOf(lookup(o, "cloudfront"))
	}
	if domain = strings.Trim(domain, "/ "); domain != "" {
		return "https://" + domain, true
	}
	return "", true
}

func isTrue(v any) bool {
	text := strings.ToLower(textOf(v))
	return v == true || text == "1" || text == "true" || text == "on"
}

// servedURL is the URL under which a plugin serves the file of an attachment from a bucket; empty: it does not.
func (s *Site) servedURL(a *Attachment) string {
	if !s.Serves || a.Stored.Key == "" {
		return ""
	}
	root := s.Delivery
	if root == "" {
		root = a.Stored.root()
	}
	return root + "/" + a.Stored.Key
}

// enterStored enters the keys under which an attachment's files lie in a bucket.
func (x *fileIndex) enterStored(a *Attachment) {
	if a.Stored.Key == "" {
		return
	}
	if !slices.Contains(x.buckets, a.Stored.Bucket) {
		x.buckets = append(x.buckets, a.Stored.Bucket)
	}
	for _, key := range []string{a.Stored.Key, path.Join(path.Dir(a.Stored.Key), a.Original)} {
		key = a.Stored.Bucket + "/" + norm.NFC.String(key)
		if _, taken := x.keys[key]; !taken {
			x.keys[key] = a.ID
		}
	}
}

// attachmentByKey finds the attachment whose file a URL of a bucket leads to, or of the domain that files are served from.
func (s *Site) attachmentByKey(p place) int64 {
	for _, bucket := range s.fileLinks.buckets {
		key, ok := s.keyIn(bucket, p)
		if !ok {
			continue
		}
		for _, form := range []string{key, percentDecode(key)} {
			form = norm.NFC.String(form)
			for _, name := range []string{form, unsized(form)} {
				if id := s.fileLinks.keys[bucket+"/"+name]; id != 0 {
					return id
				}
			}
		}
	}
	return 0
}

// bucketHosts end the names of hosts of which buckets are parts.
var bucketHosts = []string{".amazonaws.com", ".digitaloceanspaces.com", ".googleapis.com"}

// keyIn is the key in a bucket that a URL names: on the domain of delivery, on the bucket's own host, or below the bucket's name
// on the provider's.
func (s *Site) keyIn(bucket string, p place) (key string, ok bool) {
	key = strings.TrimPrefix(p.path, "/")
	if at, known := placeOf(s.Delivery + "/"); known && s.Delivery != "" && p.host == at.host {
		return key, true
	}
	if !slices.ContainsFunc(bucketHosts, func(host string) bool { return strings.HasSuffix(p.host, host) }) {
		return "", false
	}
	if strings.HasPrefix(p.host, strings.ToLower(bucket)+".") {
		return key, true
	}
	return strings.CutPrefix(key, bucket+"/")
}
