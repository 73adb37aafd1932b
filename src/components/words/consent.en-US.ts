/** The words of the page to which Microsoft brings an administrator back. */
const words = {
  title: 'Admin consent',
  description: 'What Microsoft answered to the request for permissions.',
  granted:
    'Microsoft’s page says that the permissions are granted. This page has not checked it: the next press on the runbook will.',
  refused: 'Permission not granted. Nothing was changed.',
  unknown:
    'The answer of Microsoft’s page is not understood. This page does not know whether the permissions are granted.',
  code: 'Microsoft’s code: {code}',
  next: 'You can close this tab. Whoever asked presses the same button again.',
  back: 'Go to the runbook: {runbook}',
  home: 'All runbooks',
  noScript:
    'JavaScript is off. In the address of this page, “admin_consent=True” means granted and “error” means not granted.',
}

export default words
