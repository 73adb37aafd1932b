/** The words of the home page: what this is, the catalogue with its signs, three facts. */
const words = {
  page: {
    description: 'Bilingual runbooks whose cloud steps run with Microsoft Graph from your browser.',
    title: 'Bilingual procedures that run',
    lead: 'Each runbook is one article, in French and in English. Its cloud steps run with Microsoft Graph from your browser; its on-premises steps are ticked and proved. No server of ours between your browser and your tenant.',
    not: 'Passerelle is not a data gateway: nothing to install.',
    practise: 'Practise without signing in',
    browse: 'Browse the runbooks',
  },
  banks: {
    local: 'On-premises',
    localText: 'You tick, you paste the output, the page checks it.',
    cloud: 'Cloud',
    cloudText: 'You run; the page says what Graph has read.',
  },
  fact: {
    still: 'Nothing leaves before you sign in',
    stillText: '0 requests outside this site until you choose to sign in.',
    least: 'Least privilege, step by step',
    leastText: 'Reads first. A write permission is asked for only at the step that writes.',
    record: 'A record you keep',
    recordText: 'It can be exported, with its fingerprint, without token or secret.',
  },
  catalogue: {
    title: 'Runbooks',
    runbook: 'Runbook',
    steps: 'Steps',
    duration: 'Duration',
    minutes: '{minutes}\u00A0min',
    languages: 'Languages',
    effect: 'Through Microsoft Graph',
    through: 'through Microsoft Graph',
    fallback: '(in English)',
  },
  filter: {
    label: 'Narrow the catalogue',
    all: 'All',
    none: 'No change through Microsoft Graph',
  },
  effect: {
    none: 'No change',
    reversible: 'Reversible',
    irreversible: 'Irreversible',
  },
  legend: {
    'on-premises': 'On-premises: to tick, to prove',
    tick: 'Cloud, by hand',
    read: 'Read',
    portal: 'In the portal: Graph cannot do it',
    change: 'Change',
    irreversible: 'Irreversible change',
  },
  strip: {
    'on-premises': '{n} on-premises step|{n} on-premises steps',
    cloud: '{n} cloud step|{n} cloud steps',
    read: '{n} read|{n} reads',
    portal: '{n} in the portal',
    change: '{n} change|{n} changes',
    irreversible: '{n} irreversible change|{n} irreversible changes',
    tick: '{n} by hand',
    then: ', then ',
    colon: ': ',
  },
}

export default words
