import { lazy, Suspense } from 'react';
import { closePrompt, usePrompt, type Prompt } from './store/prompts';
import { EmergencyCard } from './features/alarms/EmergencyCard';
import { KeysDialog } from './features/keys/KeysDialog';
import { MoveDialog } from './features/moves/MoveDialog';
import { SearchDialog } from './features/search/SearchDialog';

const NewVisitDialog = lazy(() => import('./features/newvisit/NewVisitDialog').then(module => ({ default: module.NewVisitDialog })));
const RescheduleDialog = lazy(() => import('./features/edits/RescheduleDialog').then(module => ({ default: module.RescheduleDialog })));
const CancelDialog = lazy(() => import('./features/edits/CancelDialog').then(module => ({ default: module.CancelDialog })));
const EditDialog = lazy(() => import('./features/edits/EditDialog').then(module => ({ default: module.EditDialog })));
const WriteDialog = lazy(() => import('./features/technicians/WriteDialog').then(module => ({ default: module.WriteDialog })));
const OutDialog = lazy(() => import('./features/technicians/OutDialog').then(module => ({ default: module.OutDialog })));
const ProposalDialog = lazy(() => import('./features/proposals/ProposalDialog').then(module => ({ default: module.ProposalDialog })));
const PlanDialog = lazy(() => import('./features/plan/PlanDialog').then(module => ({ default: module.PlanDialog })));
const BacklogDialog = lazy(() => import('./features/backlog/BacklogDialog').then(module => ({ default: module.BacklogDialog })));
const WhatIfDialog = lazy(() => import('./features/whatif/WhatIfDialog').then(module => ({ default: module.WhatIfDialog })));

/** The dialog that stands open, if one does. */
export function Prompts() {
  const prompt = usePrompt();
  return prompt === null ? null : <Suspense fallback={null}><Open key={JSON.stringify(prompt)} prompt={prompt} /></Suspense>;
}

function Open({ prompt }: { prompt: Prompt }) {
  const close = closePrompt;
  switch (prompt.kind) {
    case 'new-visit': return <NewVisitDialog patient={prompt.patient} close={close} />;
    case 'move': return <MoveDialog visits={prompt.visits} close={close} />;
    case 'reschedule': return <RescheduleDialog visit={prompt.visit} close={close} />;
    case 'cancel': return <CancelDialog visit={prompt.visit} close={close} />;
    case 'edit': return <EditDialog visit={prompt.visit} close={close} />;
    case 'write': return <WriteDialog technician={prompt.technician} close={close} />;
    case 'out': return <OutDialog technician={prompt.technician} close={close} />;
    case 'proposal': return <ProposalDialog proposal={prompt.proposal} close={close} />;
    case 'emergency': return <EmergencyCard alarm={prompt.alarm} close={close} />;
    case 'plan': return <PlanDialog close={close} />;
    case 'backlog': return <BacklogDialog close={close} />;
    case 'what-if': return <WhatIfDialog begin={prompt} close={close} />;
    case 'search': return <SearchDialog close={close} />;
    case 'keys': return <KeysDialog close={close} />;
  }
}
