import type { Reason, VisitId, VisitView } from '../../contract';

/** Says of remarks which of these visits they are about, as the board names visits: what it is and for whom. */
export const namedFrom = (visits: ReadonlyMap<VisitId, VisitView>) => (remark: Reason): Reason => {
  const visit = visits.get(remark.values.visit ?? '');
  return visit ? { ...remark, values: { ...remark.values, about: `${visit.typeName}, ${visit.patientName}` } } : remark;
};
