import calls from "../../../messages/calls_es.properties";
import phaseTwo from "../../../messages/calls-phase-two_es.properties";
import escalations from "../../../messages/escalations_es.properties";

export default { ...calls, ...phaseTwo, ...escalations };
