/** One Microsoft cloud: origins without a path. An application is registered in each; tokens are not interchangeable. */
export interface Cloud {
  readonly authority: string
  readonly graph: string
  readonly portal: string
}

/** The presets. `global` is GCC's too; `usgov-l4` is GCC High, `usgov-l5` is DoD. */
export const clouds = {
  global: {
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    portal: 'https://entra.microsoft.com',
  },
  'usgov-l4': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    portal: 'https://portal.azure.us',
  },
  'usgov-l5': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    portal: 'https://portal.azure.us',
  },
  // MSAL's own metadata has this name; login.chinacloudapi.cn of Microsoft's table is its alias there.
  china: {
    authority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
  },
} as const satisfies Readonly<Record<string, Cloud>>

/** Name of a preset; the configuration's schema offers the same. */
export type CloudName = keyof typeof clouds

/** How a site names its cloud: a preset, or the origins of one of its own. */
export type CloudChoice = CloudName | Cloud

/** The origins of a site's cloud. */
export function cloudOf(choice: CloudChoice): Cloud {
  return typeof choice === 'string' ? clouds[choice] : choice
}

/** What stands before a scope: nothing in the global cloud; elsewhere Entra wants the full URI. */
export function scopePrefixOf({graph}: Cloud): string {
  return graph === clouds.global.graph ? '' : `${graph}/`
}

/** Whether MSAL knows this sign-in host by itself; of any other it must be told that it is one. */
export function isPreset({authority}: Cloud): boolean {
  return Object.values(clouds).some(preset => preset.authority === authority)
}
