import {placesIn} from './paths.ts'
import type {Fault, FaultKind} from './state.ts'
import type {Tenant} from './tenant.ts'

/** What of a request decides whether a fault strikes it. */
interface FaultTarget {
  readonly on: Fault['on']
  readonly method: string
  /** Path with version, without query. */
  readonly path: string
  /** Authentication contexts that the token satisfies. */
  readonly acrs: readonly string[]
}

/** The first fault that strikes the request, counted down; or null. */
export async function takeFault(tenant: Tenant, target: FaultTarget): Promise<FaultKind | null> {
  if (strike((await tenant.read()).faults, target) === undefined) return null
  let struck: FaultKind | null = null
  await tenant.change(state => {
    const fault = strike(state.faults, target)
    struck = fault?.make ?? null
    return fault === undefined ? state : {...state, faults: countDown(state.faults, fault.id)}
  })
  return struck
}

/** Switches a fault on for the next `times` matching requests. */
export async function addFault(tenant: Tenant, fault: Omit<Fault, 'id'>): Promise<void> {
  const id = tenant.newId()
  await tenant.change(state => ({...state, faults: [...state.faults, {...fault, id}]}))
}

/** Switches every fault off. */
export async function clearFaults(tenant: Tenant): Promise<void> {
  await tenant.change(state => ({...state, faults: []}))
}

function strike(faults: readonly Fault[], {on, method, path, acrs}: FaultTarget): Fault | undefined {
  return faults.find(
    fault =>
      fault.on === on &&
      (fault.method ?? method) === method &&
      placesIn(fault.path ?? path, path) !== null &&
      !(fault.make.kind === 'claims' && acrs.includes(fault.make.acrs)),
  )
}

function countDown(faults: readonly Fault[], id: string): readonly Fault[] {
  return faults
    .map(fault => (fault.id === id ? {...fault, times: fault.times - 1} : fault))
    .filter(fault => fault.times > 0)
}
