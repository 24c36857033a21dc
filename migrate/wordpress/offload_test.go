package wordpress

import "testing"

// offloadedSite has three files in a bucket: one by the plugin's table, one by its old meta, and a private one.
func offloadedSite(plugins Object, setting Object) *Site {
	b := NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Option("active_plugins", php(plugins))
	if setting != nil {
		b.Option(offloadSetting, php(setting))
	}
	for id, file := range map[int64]string{1: "2019/03/étude.pdf", 2: "2014/01/old.jpg", 3: "2019/03/secret.pdf", 4: "2019/03/here.pdf"} {
		b.Post(IndexRow{ID: id, Type: "attachment", Status: "inherit", Name: "f", Title: "F"})
		b.PostMeta(id, "_wp_attached_file", file)
	}
	b.PostMeta(2, offloadMeta, php(Object{{"bucket", "old-bucket"}, {"key", "media/2014/01/old.jpg"}, {"region", "us-east-1"}}))
	row := func(id, path, private string) {
		b.Row(offloadTable, Row{"source_type": "media-library", "source_id": id, "provider": "aws", "region": "eu-west-3", "bucket": "Files", "path": path, "is_private": private})
	}
	row("1", "wp-content/uploads/2019/03/12112233/étude.pdf", "0")
	row("3", "wp-content/uploads/2019/03/12112233/secret.pdf", "1")
	return b.Build()
}

var offloading = Object{{"0", "amazon-s3-and-cloudfront-pro/amazon-s3-and-cloudfront-pro.php"}}

func TestFilesInABucket(t *testing.T) {
	own := offloadedSite(offloading, nil)
	cdn := offloadedSite(offloading, Object{{"serve-from-s3", "1"}, {"enable-delivery-domain", "1"}, {"delivery-domain", "cdn.example.net"}})
	for url, want := range map[string][2]int64{ // by the buckets alone, with a domain of delivery
		"https://Files.s3.eu-west-3.amazonaws.com/wp-content/uploads/2019/03/12112233/%C3%A9tude.pdf": {1, 1},
		"https://s3-eu-west-3.amazonaws.com/Files/wp-content/uploads/2019/03/12112233/étude.pdf?x=1":  {1, 1},
		"https://cdn.example.net/wp-content/uploads/2019/03/12112233/étude.pdf":                       {0, 1},
		"https://cdn.example.net/media/2014/01/old-300x200.jpg":                                       {0, 2},
		"https://old-bucket.s3.amazonaws.com/media/2014/01/old-300x200.jpg":                           {2, 2},
		"https://other.s3.amazonaws.com/media/2014/01/old.jpg":                                        {0, 0},
		"https://Files.example.net/wp-content/uploads/2019/03/12112233/étude.pdf":                     {0, 0},
		"https://Files.s3.eu-west-3.amazonaws.com/wp-content/uploads/2019/03/12112233/secret.pdf":     {0, 0},
		"https://example.org/wp-content/uploads/2019/03/étude.pdf":                                    {1, 1},
	} {
		if got := [2]int64{own.attachmentByURL(url), cdn.attachmentByURL(url)}; got != want {
			t.Errorf("%s leads to %v, wanted %v", url, got, want)
		}
	}
}

func TestServedFromABucket(t *testing.T) {
	here := "https://example.org/wp-content/uploads/2019/03/étude.pdf"
	for _, c := range []struct {
		plugins Object
		setting Object
		want    string
	}{
		{offloading, nil, "https://Files.s3.eu-west-3.amazonaws.com/wp-content/uploads/2019/03/12112233/étude.pdf"},
		{offloading, Object{{"domain", "cloudfront"}, {"cloudfront", "d1.cloudfront.net"}}, "https://d1.cloudfront.net/wp-content/uploads/2019/03/12112233/étude.pdf"},
		{offloading, Object{{"serve-from-s3", "0"}}, here},
		{Object{{"0", "akismet/akismet.php"}}, nil, here},
	} {
		s := offloadedSite(c.plugins, c.setting)
		if got := s.attachmentURL(s.attachment[1]); got != c.want {
			t.Errorf("with %v and %v: %s, wanted %s", c.plugins, c.setting, got, c.want)
		}
		for id, want := range map[int64]string{3: "https://example.org/wp-content/uploads/2019/03/secret.pdf", 4: "https://example.org/wp-content/uploads/2019/03/here.pdf"} {
			if got := s.attachmentURL(s.attachment[id]); got != want {
				t.Errorf("a file that is in no public bucket: %s", got)
			}
		}
	}
}

func TestRootOfABucket(t *testing.T) {
	for want, f := range map[string]BucketFile{
		"https://b.s3.amazonaws.com":                {"aws", "us-east-1", "b", "k"},
		"https://s3.eu-west-1.amazonaws.com/b.c":    {"", "eu-west-1", "b.c", "k"},
		"https://storage.googleapis.com/b":          {"gcp", "eu", "b", "k"},
		"https://b.fra1.digitaloceanspaces.com":     {"do", "fra1", "b", "k"},
		"https://b.s3.ap-southeast-2.amazonaws.com": {"aws", "ap-southeast-2", "b", "k"},
	} {
		if got := f.root(); got != want {
			t.Errorf("%+v: %s, wanted %s", f, got, want)
		}
	}
}
