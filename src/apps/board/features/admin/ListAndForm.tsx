import { Plus } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Page } from '../../../contract';

const pageLength = 100;

/** A list that is searched at the left, and the chosen entry's form at the right. */
export function ListAndForm<T>({ path, idOf, title, detail, create, form, addLabel, empty }: {
  path: string;
  idOf: (entry: T) => string;
  title: (entry: T) => string;
  detail: (entry: T) => string;
  create: () => T;
  form: (entry: T, isNew: boolean, done: () => void) => ReactNode;
  addLabel: string;
  empty: string;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Page<T> | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [open, setOpen] = useState<{ entry: T; isNew: boolean } | null>(null);

  const read = useCallback((next: string, signal?: AbortSignal) => {
    const query = new URLSearchParams({ text: text.trim(), limit: String(pageLength), ...(next ? { next } : {}) });
    ask<Page<T>>(`${path}?${query}`, signal).then(
      page => {
        setFailed(false);
        setFound(known => (next && known ? { ...page, items: [...known.items, ...page.items] } : page));
      },
      () => { if (!signal?.aborted) setFailed(true); });
  }, [path, text]);
  useEffect(() => {
    const left = new AbortController();
    const timer = setTimeout(() => read('', left.signal), 120);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [read]);

  return (
    <div className="list-and-form">
      <section>
        <div className="field-row">
          <input type="search" aria-label={t('list.filter')} placeholder={t('list.filter')} value={text} onChange={event => setText(event.target.value)} />
          <button type="button" className="primary" onClick={() => setOpen({ entry: create(), isNew: true })}><Plus size={16} aria-hidden /> {addLabel}</button>
        </div>
        {isFailed && <p className="mistake" role="alert">{t('refused.unreachable')}</p>}
        <ul className="admin-list">
          {found?.items.map(entry => (
            <li key={idOf(entry)}>
              <button type="button" aria-pressed={open !== null && idOf(open.entry) === idOf(entry)} onClick={() => setOpen({ entry, isNew: false })}>
                <span>{title(entry)}</span> <small>{detail(entry)}</small>
              </button>
            </li>
          ))}
        </ul>
        {found?.items.length === 0 && <p className="empty">{text.trim() ? t('search.none', { text }) : empty}</p>}
        {found?.next && <button type="button" onClick={() => read(found.next)}>{t('admin.more', { count: found.total - found.items.length })}</button>}
      </section>
      <section>
        {open ? <div key={idOf(open.entry)}>{form(open.entry, open.isNew, () => read(''))}</div> : found !== null && found.items.length > 0 && <p className="empty">{t('admin.chooseEntry')}</p>}
      </section>
    </div>
  );
}
