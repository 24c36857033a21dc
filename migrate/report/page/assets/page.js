'use strict';
(() => {
	const $ = (id) => document.getElementById(id);

	/** Reads data that lies in the page compressed. */
	const unpack = (name) => {
		const letters = atob([...document.getElementsByClassName(name)].map((part) => part.textContent).join(''));
		const bytes = new Uint8Array(letters.length);
		for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
		const inflate = new DecompressionStream('gzip');
		const writer = inflate.writable.getWriter();
		writer.write(bytes);
		writer.close();
		return new Response(inflate.readable).json();
	};

	/** Makes an element. Children that are strings become text. */
	const make = (name, attributes = {}, ...children) => {
		const element = document.createElement(name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
		element.append(...children);
		return element;
	};
	const number = (n) => n.toLocaleString('en');
	const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

	/* Previews: the frames of one are made when it is opened. */

	const show = async (preview) => {
		const sides = preview.querySelector('.sides');
		if (sides.childElementCount > 0) return;
		sides.append('Opening …');
		const post = preview.dataset.post;
		const [[head, foot], { before, after }] = await Promise.all([unpack('frame-data'), unpack('preview-data-' + post)]);
		const side = (name, markup) => {
			const frame = make('iframe', { sandbox: '', referrerpolicy: 'no-referrer', title: name + ', post ' + post });
			if (Math.max(before.length, after.length) < 1500) frame.className = 'short';
			frame.srcdoc = head + markup + foot;
			return make('div', {}, make('h4', {}, name), frame);
		};
		sides.replaceChildren(side('The page in WordPress', before), side('The body of the record', after));
	};
	for (const preview of document.querySelectorAll('.preview')) preview.addEventListener('toggle', () => preview.open && show(preview));

	const openPreview = (post) => {
		const preview = $('preview-' + post);
		preview.open = true;
		preview.scrollIntoView({ block: 'start' });
		preview.querySelector('summary').focus({ preventScroll: true });
	};

	/* The list: which rows are shown, in which order, and a page of them. */

	const pageSize = 50;
	const printed = 500;
	const states = { create: 'new', update: 'updated', move: 'moved', unchanged: 'unchanged', edited: 'edited', stale: 'stale', remove: 'removed', reject: 'rejected', unmapped: 'unmapped' };
	const collator = new Intl.Collator(undefined, { numeric: true });
	const wish = { query: '', kind: '', state: '', note: '', sort: '', down: false, page: 0 };
	let list, rows, words;

	/** The texts of rows come in blocks, which are unpacked when they are first needed. */
	const blocks = [];
	const blockOf = (i) => Math.floor(i / list.block);
	const unpackTexts = async (positions) => {
		for (const n of new Set([...positions].map(blockOf))) blocks[n] ??= await unpack('list-texts-' + n);
	};
	const text = (i, k) => blocks[blockOf(i)][2 * (i % list.block) + k];
	const title = (i) => text(i, 0);
	const path = (i) => text(i, 1).replace(/[- ]/g, (c) => c === '-' ? ' ' : '-');
	const word = (column, i) => column.names[column.at[i]];
	const load = async () => {
		list = await unpack('list-data');
		let post = 0;
		list.posts = list.posts.map((step) => post += step);
		const choices = (select, names, label = (n) => n) => {
			for (const name of [...new Set(names)].filter(Boolean).sort()) $(select).append(make('option', { value: name }, label(name)));
		};
		choices('kind', list.kinds.names);
		choices('state', list.states.names, (name) => states[name] ?? name);
		choices('note', list.notes.names.flatMap((codes) => codes.split(' ')));
		$('filter').hidden = $('list').hidden = false;
		return choose();
	};

	/** Which positions of a column's names are wanted. */
	const wanted = (column, is) => column.names.map(is);

	/** Says which rows a query fits: those of one post (id:209), or those with all its words. */
	const fitting = async (query) => {
		const id = /^id:(\d+)$/.exec(query.trim());
		if (id) return (i) => list.posts[i] === Number(id[1]);
		const asked = plain(query).split(/\s+/).filter(Boolean);
		if (asked.length === 0) return () => true;
		await unpackTexts(list.posts.keys());
		words ??= list.posts.map((post, i) => plain([title(i), post, path(i), list.keys[i]].join(' ')));
		return (i) => asked.every((part) => words[i].includes(part));
	};

	let latest = 0; // what was asked for last; what comes later of an earlier wish is dropped
	const choose = async () => {
		const mine = ++latest;
		const kind = wanted(list.kinds, (name) => !wish.kind || name === wish.kind);
		const state = wanted(list.states, (name) => !wish.state || name === wish.state);
		const note = wanted(list.notes, (codes) => !wish.note || codes.split(' ').includes(wish.note));
		const fits = await fitting(wish.query);
		if (mine !== latest) return;
		rows = [];
		for (let i = 0; i < list.posts.length; i++) {
			if (kind[list.kinds.at[i]] && state[list.states.at[i]] && note[list.notes.at[i]] && fits(i)) rows.push(i);
		}
		await order();
	};

	/** Puts the chosen rows into order, and shows the first of them. */
	const order = async () => {
		const mine = latest;
		if (wish.sort === 'title') await unpackTexts(list.posts.keys());
		if (mine !== latest) return;
		const by = orders[wish.sort];
		if (by) rows.sort((a, b) => (wish.down ? by(b, a) : by(a, b)) || a - b);
		await turnTo(0);
	};
	const orders = {
		title: (a, b) => collator.compare(title(a), title(b)),
		kind: (a, b) => collator.compare(word(list.kinds, a), word(list.kinds, b)),
		issued: (a, b) => list.issued[a] < list.issued[b] ? -1 : list.issued[a] > list.issued[b] ? 1 : 0,
		lang: (a, b) => collator.compare(word(list.langs, a), word(list.langs, b)),
		state: (a, b) => collator.compare(word(list.states, a), word(list.states, b)),
		notes: (a, b) => list.lost[a] + list.found[a] - list.lost[b] - list.found[b],
	};

	/** Shows a page of the chosen rows. What paper would show is made ready behind it. */
	const turnTo = async (page) => {
		const mine = latest;
		await unpackTexts(rows.slice(page * pageSize, (page + 1) * pageSize));
		if (mine !== latest) return;
		wish.page = page;
		draw(rows, pageSize);
		unpackTexts(rows.slice(0, printed));
	};

	const titleCell = (i) => {
		const post = list.posts[i], key = list.keys[i], why = word(list.why, i);
		const below = make('small', {}, 'post ' + post + (key ? ' #' + key : ''));
		if (path(i)) below.append(' · ', make('span', { dir: 'auto' }, path(i)));
		if ($('preview-' + post)) {
			const link = make('a', { href: '#preview-' + post }, 'Before and after', make('span', { class: 'unseen' }, ' of post ' + post));
			link.addEventListener('click', (event) => { event.preventDefault(); openPreview(post); });
			below.append(' · ', link);
		}
		const cell = make('th', { scope: 'row', role: 'rowheader', class: 'title' }, make('span', { dir: 'auto' }, title(i) || '(no title)'), below);
		if (why) cell.append(make('small', {}, why));
		return cell;
	};

	const notesCell = (i) => {
		const codes = word(list.notes, i);
		if (!codes) return make('td', { role: 'cell' });
		const count = (n, name) => n ? [number(n) + ' ' + name + (n > 1 ? (name === 'loss' ? 'es' : 's') : '')] : [];
		const told = [...count(list.lost[i], 'loss'), ...count(list.found[i], 'finding')].join(', ') || 'notes';
		return make('td', { role: 'cell' }, make('details', {}, make('summary', {}, told), make('ul', {}, ...codes.split(' ').map((code) => make('li', {}, code)))));
	};

	const row = (i) => {
		const state = word(list.states, i);
		return make('tr', { role: 'row' },
			titleCell(i),
			make('td', { role: 'cell' }, word(list.kinds, i)),
			make('td', { role: 'cell', class: 'wide' }, list.issued[i]),
			make('td', { role: 'cell', class: 'wide' }, word(list.langs, i)),
			make('td', { role: 'cell' }, make('span', { class: 'state ' + state }, states[state] ?? state)),
			notesCell(i));
	};

	const draw = (chosen, size) => {
		const from = wish.page * size, to = Math.min(chosen.length, from + size);
		$('rows').replaceChildren(...chosen.slice(from, to).map(row));
		$('found').textContent = rows.length === list.posts.length ? number(rows.length) + ' in all' : number(rows.length) + ' of ' + number(list.posts.length) + ' found';
		$('place').textContent = rows.length ? number(from + 1) + '–' + number(to) + ' of ' + number(rows.length) : 'none';
		$('back').disabled = from === 0;
		$('next').disabled = to >= rows.length;
		for (const button of document.querySelectorAll('[data-sort]')) {
			const heading = button.closest('th');
			if (button.dataset.sort === wish.sort) heading.setAttribute('aria-sort', wish.down ? 'descending' : 'ascending');
			else heading.removeAttribute('aria-sort');
		}
	};

	/* What people do. */

	let soon;
	const form = $('filter');
	form.addEventListener('input', () => {
		clearTimeout(soon);
		soon = setTimeout(() => {
			for (const name of ['query', 'kind', 'state', 'note']) wish[name] = $(name).value;
			choose();
		}, 100);
	});
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('reset', () => setTimeout(() => form.dispatchEvent(new Event('input'))));
	for (const button of document.querySelectorAll('[data-sort]')) {
		button.addEventListener('click', () => {
			wish.down = wish.sort === button.dataset.sort ? !wish.down : button.dataset.sort === 'notes';
			wish.sort = button.dataset.sort;
			choose();
		});
	}
	const turn = async (pages) => {
		await turnTo(wish.page + pages);
		$('list').scrollIntoView({ block: 'start' });
	};
	$('back').addEventListener('click', () => turn(-1));
	$('next').addEventListener('click', () => turn(1));
	for (const link of document.querySelectorAll('[data-show]')) {
		link.addEventListener('click', () => {
			const [name, value] = link.dataset.show.split(' ');
			form.reset();
			$(name).value = value;
		});
	}

	/* Paper shows everything that is folded, and more of the list. */

	let folded = [];
	addEventListener('beforeprint', () => {
		folded = [...document.querySelectorAll('main details:not([open]):not(.preview)')].filter((d) => !d.closest('.list'));
		for (const details of folded) details.open = true;
		if (list) {
			wish.page = 0;
			draw(rows.filter((i) => blocks[blockOf(i)]), printed);
			if (rows.length > printed) $('found').textContent += '; the first ' + number(printed) + ' are printed';
		}
	});
	addEventListener('afterprint', () => {
		for (const details of folded) details.open = false;
		if (list) draw(rows, pageSize);
	});

	load().then(() => {
		const post = /^#preview-(\d+)$/.exec(location.hash);
		if (post && $(location.hash.slice(1))) openPreview(post[1]);
		document.documentElement.dataset.ready = '';
	});
})();
