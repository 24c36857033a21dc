-- MySQL dump 10.13
CREATE TABLE wp_options (option_id text, option_name text, option_value text);
INSERT INTO wp_options VALUES
(1,'home','https://example.org'),
(2,'siteurl','https://example.org'),
(3,'permalink_structure','/%postname%/'),
(4,'timezone_string','Europe/Vienna');
CREATE TABLE wp_posts (ID text, post_type text, post_status text, post_name text, post_title text, post_content text, post_parent text, post_date text, post_date_gmt text, post_modified text, post_modified_gmt text);
INSERT INTO wp_posts VALUES
(1,'ai1ec_event','publish','e1','Weekly call','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(2,'ai1ec_event','publish','e2','Evening lecture','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(3,'ai1ec_event','publish','e3','Days of culture','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(4,'ai1ec_event','publish','e4','Old whole day','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(5,'ai1ec_event','publish','e5','Open end','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(6,'ai1ec_event','publish','e6','Broken','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(7,'ai1ec_event','publish','e7','No time','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(8,'ai1ec_event','publish','e8','Every day','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(9,'ai1ec_event','publish','e9','On chosen days','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(10,'ai1ec_event','publish','e10','Stale dates','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(11,'ai1ec_event','publish','e11','Into the gap','<p>About it.</p>',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(12,'ai1ec_event','publish','e12','Without a row','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06'),
(13,'ai1ec_event','publish','e13','Beyond three years','',0,'2020-01-02 03:04:05','2020-01-02 02:04:05','2021-02-03 04:05:06','2021-02-03 03:05:06');
CREATE TABLE wp_postmeta (meta_id text, post_id text, meta_key text, meta_value text);
CREATE TABLE wp_ai1ec_events (post_id text, start text, end text, timezone_name text, allday text, instant_event text, recurrence_rules text, exception_rules text, recurrence_dates text, exception_dates text, venue text, country text, address text, city text, province text, postal_code text, contact_name text, contact_email text, contact_url text, cost text, ticket_url text, ical_source_url text, ical_organizer text, ical_contact text, show_coordinates text, latitude text, longitude text);
INSERT INTO wp_ai1ec_events VALUES
(1,1616400000,1616403600,'Europe/Vienna',0,NULL,'FREQ=WEEKLY;WKST=MO;BYDAY=MO;COUNT=4',NULL,NULL,'20210405T000000Z','Hall','AT',NULL,'Wien',NULL,'1010',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'48.1','16.1'),
(2,1583197200,1583200800,'America/New_York',0,NULL,'FREQ=WEEKLY;BYDAY=MO;UNTIL=20200330',NULL,NULL,'20200309T000000Z,20200323T000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'40.7','-74'),
(3,1651356000,1651528800,'Europe/Vienna',1,NULL,'FREQ=YEARLY;COUNT=3',NULL,'20230610T000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'CN="Ann Lee":MAILTO:ann@example.org',NULL,NULL,NULL,NULL),
(4,1651363200,1651449600,'America/New_York',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(5,1654101000,1654102800,'UTC+5.5',0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Secretariat &amp; friends','x@example.org','https://example.org/c','a:2:{s:4:"cost";s:0:"";s:7:"is_free";b:1;}','https://example.org/t',NULL,NULL,NULL,NULL,NULL,NULL),
(6,1654066800,1654063200,'Mars/Olympus',0,NULL,'FREQ=SOMETIMES',NULL,NULL,'2022xx01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(7,'soon','','Europe/Vienna',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(8,1609488000,1609489800,'Europe/Vienna',0,NULL,'FREQ=DAILY',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(9,1610697600,1610699400,'Europe/Vienna',0,NULL,'RDATE=20210118T000000Z,20210401T000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'10 EUR',NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(10,1612166400,1612168200,'Europe/Vienna',0,NULL,'FREQ=WEEKLY;COUNT=3',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(11,1612143000,1612144800,'Europe/Vienna',0,NULL,'FREQ=MONTHLY;BYMONTHDAY=-4;COUNT=3','EXDATE=20210425T000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(13,1559545200,1559547000,'Europe/Vienna',0,NULL,'FREQ=YEARLY;COUNT=6',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE wp_ai1ec_event_instances (id text, post_id text, start text, end text);
INSERT INTO wp_ai1ec_event_instances VALUES
(1,13,1559545200,1559547000),
(2,13,1591167600,1591169400),
(3,13,1622703600,1622705400),
(4,8,1609488000,1609489800),
(5,8,1609574400,1609576200),
(6,8,1609660800,1609662600),
(7,10,1606809600,1606811400);
-- Dump completed
