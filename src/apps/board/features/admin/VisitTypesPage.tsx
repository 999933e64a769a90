import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerritoryProfile, VisitType } from '../../../contract';
import { languages } from '../../../shared/i18n';
import { urgencies } from '../../../shared/urgencyShapes';
import { Choice, LongField, NumberField, TextField } from './fields';
import { InstrumentNeeds } from './InstrumentRows';
import { newVisitType } from './newEntries';
import { PartRows } from './PartRows';
import { SaveForm } from './SaveForm';
import { saveTerritory } from './saving';
import { SkillNeeds } from './SkillNeeds';
import { SpaceRows } from './SpaceRows';

/** The kinds of visit, with what each takes. */
export function VisitTypesPage({ profile, saved }: { profile: TerritoryProfile; saved: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<VisitType | null>(null);
  const save = async (type: VisitType) => {
    const isKnown = profile.visitTypes.some(known => known.id === type.id);
    await saveTerritory(profile, { visitTypes: isKnown ? profile.visitTypes.map(known => (known.id === type.id ? type : known)) : [...profile.visitTypes, type] });
    saved();
  };
  const remove = async (type: VisitType) => {
    await saveTerritory(profile, { visitTypes: profile.visitTypes.filter(known => known.id !== type.id) });
    setOpen(null);
    saved();
  };
  return (
    <div className="list-and-form">
      <section>
        <div className="field-row"><button type="button" className="primary" onClick={() => setOpen(newVisitType())}><Plus size={16} aria-hidden /> {t('admin.add.visitType')}</button></div>
        <ul className="admin-list">
          {profile.visitTypes.map(type => (
            <li key={type.id}><button type="button" aria-pressed={open?.id === type.id} onClick={() => setOpen(type)}><span>{type.name}</span> <small>{type.urgency}, {type.durationMinutes} min</small></button></li>
          ))}
        </ul>
        {profile.visitTypes.length === 0 && <p className="empty">{t('admin.none.visitTypes')}</p>}
      </section>
      <section>{open ? <TypeForm key={open.id} type={open} profile={profile} save={save} remove={remove} /> : profile.visitTypes.length > 0 && <p className="empty">{t('admin.chooseEntry')}</p>}</section>
    </div>
  );
}

function TypeForm({ type, profile, save, remove }: { type: VisitType; profile: TerritoryProfile; save: (type: VisitType) => Promise<void>; remove: (type: VisitType) => Promise<void> }) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(type);
  const change = (next: Partial<VisitType>) => setEntry(known => ({ ...known, ...next }));
  const isKnown = profile.visitTypes.some(known => known.id === type.id);
  const lines = (text: string) => text.split('\n');
  const trimmed = (texts: readonly string[]) => texts.map(text => text.trim()).filter(Boolean);
  const clean = (): VisitType => ({
    ...entry, checklist: trimmed(entry.checklist),
    preparation: Object.fromEntries(Object.entries(entry.preparation).map(([language, texts]) => [language, trimmed(texts)])),
  });
  return (
    <SaveForm save={() => save(clean())} remove={isKnown ? () => remove(type) : undefined}>
      <TextField label={t('admin.name')} required maxLength={200} value={entry.name} set={name => change({ name })} />
      <div className="field-row">
        <Choice label={t('edit.urgency')} value={entry.urgency} set={urgency => change({ urgency })} options={urgencies.map(name => [name, `${name} ${t(`urgency.${name}`)}`])} />
        <NumberField label={t('edit.minutes')} min={1} max={600} value={entry.durationMinutes} set={value => change({ durationMinutes: value ?? 0 })} />
        <NumberField label={t('admin.visitType.response')} isOptional value={entry.responseMinutes} set={responseMinutes => change({ responseMinutes })} />
      </div>
      <SkillNeeds profile={profile} skills={entry.skills} set={skills => change({ skills })} />
      <label className="check"><input type="checkbox" checked={entry.secondSkills !== null} onChange={event => change({ secondSkills: event.target.checked ? [] : null })} /> {t('visit.forTwo')}</label>
      {entry.secondSkills && <SkillNeeds profile={profile} title={t('visit.second')} skills={entry.secondSkills} set={secondSkills => change({ secondSkills })} />}
      <PartRows profile={profile} parts={entry.parts} set={parts => change({ parts })} title={t('details.parts')} />
      {profile.instruments.length > 0 && <InstrumentNeeds profile={profile} needs={entry.instruments} set={instruments => change({ instruments })} />}
      {profile.spaces.length > 0 && <SpaceRows profile={profile} spaces={entry.brings} set={brings => change({ brings })} title={t('details.brings')} min={1} />}
      {profile.spaces.length > 0 && <SpaceRows profile={profile} spaces={entry.takes} set={takes => change({ takes })} title={t('details.takes')} min={1} />}
      <LongField label={t('admin.visitType.checklist')} rows={4} value={entry.checklist.join('\n')} set={text => change({ checklist: lines(text) })} />
      {languages.map(language => (
        <LongField
          key={language} label={t('admin.visitType.preparation', { language })} value={(entry.preparation[language] ?? []).join('\n')}
          set={text => change({ preparation: { ...entry.preparation, [language]: lines(text) } })}
        />
      ))}
    </SaveForm>
  );
}
