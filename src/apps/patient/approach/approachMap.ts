export interface ApproachMap { show(a: unknown, h: unknown): void; remove(): void }
export async function openApproachMap(_c: HTMLElement, _l: string): Promise<ApproachMap> { throw new Error('no map'); }
