import calls from "../../../messages/calls_de.properties";
import phaseTwo from "../../../messages/calls-phase-two_de.properties";
import escalations from "../../../messages/escalations_de.properties";

export default { ...calls, ...phaseTwo, ...escalations };
