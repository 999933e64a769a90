import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Address, type AddressMatch, type GeoPoint } from '../../../contract';

/** An address with its place on the map: search fills both in; each part can be mended by hand. */
export function AddressField({ address, place, set }: { address: Address | null; place: GeoPoint; set: (address: Address | null, place: GeoPoint) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly AddressMatch[]>([]);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    setAsked(false);
    if (text.trim().length < 3) {
      setFound([]);
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      ask<AddressMatch[]>(`/api/addresses?limit=6&text=${encodeURIComponent(text.trim())}`, left.signal)
        .then(matches => { setFound(matches); setAsked(true); }, () => setFound([]));
    }, 150);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [text]);
  const take = (match: AddressMatch) => {
    set(address && { street: match.street ?? '', houseNumber: match.houseNumber ?? '', city: match.city ?? address.city, postcode: match.postcode ?? address.postcode }, match.position);
    setText('');
  };
  const part = (name: keyof Address) => (
    <label className="field">{t(`admin.address.${name}`)}<input value={address?.[name] ?? ''} maxLength={200} onChange={event => { if (address) set({ ...address, [name]: event.target.value }, place); }} /></label>
  );
  return (
    <fieldset className="address">
      <legend>{t('admin.address.title')}</legend>
      <input type="search" aria-label={t('admin.address.find')} placeholder={t('admin.address.find')} value={text} onChange={event => setText(event.target.value)} />
      {found.length > 0 && (
        <ul className="admin-list">{found.map(match => <li key={`${match.label}${match.position.latitude}`}><button type="button" onClick={() => take(match)}>{match.label}</button></li>)}</ul>
      )}
      {isAsked && found.length === 0 && <p className="muted">{t('admin.address.none')}</p>}
      {address && <div className="field-row">{part('street')}{part('houseNumber')}{part('postcode')}{part('city')}</div>}
      <div className="field-row">
        <label className="field">{t('admin.address.latitude')}<input type="number" step="any" min={-90} max={90} required value={place.latitude || ''} onChange={event => set(address, { ...place, latitude: event.target.valueAsNumber })} /></label>
        <label className="field">{t('admin.address.longitude')}<input type="number" step="any" min={-180} max={180} required value={place.longitude || ''} onChange={event => set(address, { ...place, longitude: event.target.valueAsNumber })} /></label>
      </div>
    </fieldset>
  );
}
