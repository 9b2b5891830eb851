import calls from "../../../messages/calls_fr.properties";
import phaseTwo from "../../../messages/calls-phase-two_fr.properties";
import escalations from "../../../messages/escalations_fr.properties";

export default { ...calls, ...phaseTwo, ...escalations };
