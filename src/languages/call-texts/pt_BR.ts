import calls from "../../../messages/calls_pt_BR.properties";
import phaseTwo from "../../../messages/calls-phase-two_pt_BR.properties";
import escalations from "../../../messages/escalations_pt_BR.properties";

export default { ...calls, ...phaseTwo, ...escalations };
