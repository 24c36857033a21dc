-- What becomes of the site of testdata/observatoire in some years. Each step begins with its name.

-- step: the first run finds posts scheduled, and their parents renamed
UPDATE obs_posts SET post_status = 'future' WHERE post_type = 'post' AND post_status = 'publish' AND ID % 6 = 0;
UPDATE obs_posts SET post_name = CONCAT(post_name, '-2024') WHERE post_type = 'page' AND post_parent = 0;
INSERT INTO obs_postmeta (post_id, meta_key, meta_value) SELECT ID, '_wp_old_slug', REPLACE(post_name, '-2024', '') FROM obs_posts WHERE post_name LIKE '%-2024';

-- step: scheduled posts appear, and post_modified stands still; the site moves to www and to dated permalinks
UPDATE obs_posts SET post_status = 'publish' WHERE post_status = 'future';
UPDATE obs_options SET option_value = REPLACE(option_value, '://', '://www.') WHERE option_name IN ('home', 'siteurl');
UPDATE obs_posts SET post_content = REPLACE(post_content, '://observatoire.example.org', '://www.observatoire.example.org');
UPDATE obs_options SET option_value = '/%year%/%category%/%postname%/' WHERE option_name = 'permalink_structure';

-- step: files are replaced, and their posts stay; attachments change parents, some are deleted
UPDATE obs_postmeta SET meta_value = REPLACE(meta_value, '.pdf', '-v2.pdf') WHERE meta_key = '_wp_attached_file' AND post_id % 2 = 0;
UPDATE obs_postmeta SET meta_value = REPLACE(meta_value, '.pdf', '.doc') WHERE meta_key = '_wp_attached_file' AND post_id % 3 = 0;
UPDATE obs_posts SET post_mime_type = 'application/msword' WHERE post_type = 'attachment' AND post_mime_type = 'application/pdf' AND ID % 3 = 0;
DELETE FROM obs_postmeta WHERE meta_key = '_wp_attachment_metadata' AND post_id % 4 = 1;
UPDATE obs_posts a, (SELECT MIN(ID) id FROM obs_posts WHERE post_type = 'post' AND post_status = 'publish') p SET a.post_parent = IF(a.ID % 2, 0, p.id) WHERE a.post_type = 'attachment';
DELETE FROM obs_posts WHERE post_type = 'attachment' AND ID % 7 = 0;

-- step: a category is merged into another, one gets another slug, the tree is turned; a user marries, another goes and leaves the posts to a third
UPDATE IGNORE obs_term_relationships SET term_taxonomy_id = 3 WHERE term_taxonomy_id = 2;
DELETE FROM obs_term_relationships WHERE term_taxonomy_id = 2;
DELETE FROM obs_term_taxonomy WHERE term_taxonomy_id = 2;
DELETE FROM obs_terms WHERE term_id = 2;
UPDATE obs_terms SET slug = 'etudes' WHERE term_id = 6;
UPDATE obs_term_taxonomy SET parent = 7 WHERE term_id = 3;
UPDATE obs_users SET display_name = 'Camille Roussel-Diop' WHERE ID = 2;
UPDATE obs_posts SET post_author = 2 WHERE post_author = 3;
DELETE FROM obs_users WHERE ID = 3;

-- step: a category is renamed, rows of repeaters change places, events move into the past; posts are trashed, and given a password
UPDATE obs_terms SET name = 'Études &amp; rapports' WHERE term_id = 6;
UPDATE obs_postmeta SET meta_key = REPLACE(meta_key, '_0_', '_x_') WHERE meta_key LIKE '%auteurs\_0\_%';
UPDATE obs_postmeta SET meta_key = REPLACE(meta_key, '_1_', '_0_') WHERE meta_key LIKE '%auteurs\_1\_%';
UPDATE obs_postmeta SET meta_key = REPLACE(meta_key, '_x_', '_1_') WHERE meta_key LIKE '%auteurs\_x\_%';
UPDATE obs_postmeta SET meta_value = REPLACE(meta_value, '20', '19') WHERE meta_key LIKE '\_Event%Date%';
UPDATE obs_posts SET post_status = 'trash', post_name = CONCAT(post_name, '__trashed') WHERE post_type IN ('post', 'ressource') AND post_status = 'publish' AND ID % 8 = 0;
INSERT INTO obs_postmeta (post_id, meta_key, meta_value) SELECT ID, '_wp_trash_meta_status', 'publish' FROM obs_posts WHERE post_name LIKE '%__trashed';
UPDATE obs_posts SET post_password = 'geheim' WHERE post_type = 'post' AND post_status = 'publish' AND ID % 10 = 1;

-- step: they are brought back, pages become posts, slugs go round and several posts take the same
UPDATE obs_posts SET post_status = 'publish', post_name = REPLACE(post_name, '__trashed', '') WHERE post_name LIKE '%__trashed';
DELETE FROM obs_postmeta WHERE meta_key = '_wp_trash_meta_status';
UPDATE obs_posts SET post_password = '' WHERE post_password = 'geheim';
UPDATE obs_posts SET post_type = 'post' WHERE post_type = 'page' AND ID % 2 = 0;
UPDATE obs_posts a JOIN (SELECT ID, COALESCE(LEAD(post_name) OVER (ORDER BY ID), 'premier') name FROM obs_posts WHERE post_type = 'post' AND post_status = 'publish') b ON a.ID = b.ID SET a.post_name = b.name;
UPDATE obs_posts SET post_name = 'le-meme' WHERE post_type = 'ressource' AND ID % 6 = 1;

-- step: fields are renamed, a group of them is disabled; posts come back from a backup under the IDs of others
UPDATE obs_postmeta SET meta_key = REPLACE(meta_key, 'organisme', 'institution') WHERE meta_key IN ('organisme', '_organisme');
UPDATE obs_posts SET post_excerpt = 'institution' WHERE post_type = 'acf-field' AND post_excerpt = 'organisme';
UPDATE obs_posts SET post_status = 'acf-disabled' WHERE post_type = 'acf-field-group' ORDER BY ID DESC LIMIT 1;
DELETE FROM obs_posts WHERE post_type = 'post' AND ID % 5 = 4;
INSERT INTO obs_posts (ID, post_author, post_title, post_name, post_status, post_type, post_content, post_excerpt, to_ping, pinged, post_content_filtered, post_date, post_date_gmt)
SELECT DISTINCT post_id, 1, 'Importé', CONCAT('importe-', post_id), 'publish', 'page', '<p>Autre chose</p>', '', '', '', '', '2010-01-01 00:00:00', '2010-01-01 00:00:00'
FROM obs_postmeta WHERE post_id % 5 = 4 AND post_id NOT IN (SELECT ID FROM obs_posts);

-- step: texts are misread on the way to another server
UPDATE obs_posts SET post_content = CONVERT(CAST(post_content AS BINARY) USING latin1), post_title = CONVERT(CAST(LEFT(post_title, 90) AS BINARY) USING latin1) WHERE post_type IN ('post', 'note');

-- step: and mended; places are renamed
UPDATE obs_posts SET post_content = CONVERT(CAST(CONVERT(post_content USING latin1) AS BINARY) USING utf8mb4), post_title = CONVERT(CAST(CONVERT(post_title USING latin1) AS BINARY) USING utf8mb4) WHERE post_type IN ('post', 'note');
UPDATE obs_posts SET post_title = CONCAT(post_title, ' bis') WHERE post_type IN ('tribe_venue', 'tribe_organizer');
