export {default} from '../../../components/LocaleSwitch/index.tsx'
