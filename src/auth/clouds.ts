/** One Microsoft cloud: origins without a path. An application is registered in each; tokens are not interchangeable. */
export interface Cloud {
  readonly authority: string
  readonly graph: string
  readonly portal: string
  /** Put before a scope: outside the global cloud Entra wants the full URI. */
  readonly scopePrefix: string
}

/** The presets. `global` is GCC's too; `usgov-l4` is GCC High, `usgov-l5` is DoD. */
export const clouds = {
  global: {
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    portal: 'https://entra.microsoft.com',
    scopePrefix: '',
  },
  'usgov-l4': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    portal: 'https://portal.azure.us',
    scopePrefix: 'https://graph.microsoft.us/',
  },
  'usgov-l5': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    portal: 'https://portal.azure.us',
    scopePrefix: 'https://dod-graph.microsoft.us/',
  },
  // MSAL's own metadata has this name; login.chinacloudapi.cn of Microsoft's table is its alias there.
  china: {
    authority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
    scopePrefix: 'https://microsoftgraph.chinacloudapi.cn/',
  },
} as const satisfies Readonly<Record<string, Cloud>>

/** Name of a preset; the configuration's schema offers the same. */
export type CloudName = keyof typeof clouds

/** The cloud of a site's configuration. */
export function cloudOf(name: CloudName): Cloud {
  return clouds[name]
}
