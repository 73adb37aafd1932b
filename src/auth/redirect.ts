// Entry of the redirect bridge: bundled alone, loaded by static/auth/redirect.html only.
import {broadcastResponseToMainFrame} from '@azure/msal-browser/redirect-bridge'

// Without an answer in the address there is nothing to pass on, so the page stays as it is.
broadcastResponseToMainFrame().catch(() => undefined)
