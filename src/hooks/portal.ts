/** The address of a page of the portal, with the tenant in it where it is known. */
export function portalAddress(portal: string, tenant: string | null, blade: string): string {
  return `${portal}/${tenant === null ? '' : encodeURIComponent(tenant)}${blade}`
}
