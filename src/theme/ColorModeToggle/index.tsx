export {default} from '../../components/ThemeSwitch/index.tsx'
