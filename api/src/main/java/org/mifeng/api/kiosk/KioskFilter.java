package org.mifeng.api.kiosk;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;

/** Checks the signature of every request to a route marked {@link FromKiosk}, before its body is understood. */
@Provider
@FromKiosk
@Priority(Priorities.AUTHENTICATION)
class KioskFilter implements ContainerRequestFilter {
    private static final String KIOSK = KioskFilter.class.getName() + ".kiosk";

    /** Filters are made before the configuration is there, so the door is opened at the first request. */
    private final Instance<KioskDoor> door;

    KioskFilter(Instance<KioskDoor> door) {
        this.door = door;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<SignedRequest> signed = SignedRequest.read(
                request.getHeaderString(SignedRequest.KIOSK),
                request.getHeaderString(SignedRequest.TIME),
                request.getHeaderString(SignedRequest.NONCE),
                request.getHeaderString(SignedRequest.SIGNATURE));
        if (signed.isEmpty()) {
            request.abortWith(Problem.response(ProblemType.KIOSK_NOT_TRUSTED));
            return;
        }
        byte[] body = request.hasEntity() ? request.getEntityStream().readAllBytes() : new byte[0];
        request.setEntityStream(new ByteArrayInputStream(body));
        KioskDoor.Message message = new KioskDoor.Message(
                request.getMethod(), request.getUriInfo().getRequestUri().getRawPath(), body);
        switch (door.get().check(signed.get(), message)) {
            case KioskDoor.Entry.Trusted trusted -> request.setProperty(KIOSK, trusted.kiosk());
            case KioskDoor.Entry.ClockOff off -> request.abortWith(Problem.response(ProblemType.KIOSK_CLOCK_OFF));
            case KioskDoor.Entry.NotTrusted not -> request.abortWith(Problem.response(ProblemType.KIOSK_NOT_TRUSTED));
        }
    }

    /** The kiosk whose request came through this filter. */
    static EnrolledKiosk kiosk(ContainerRequestContext request) {
        if (request.getProperty(KIOSK) instanceof EnrolledKiosk kiosk) {
            return kiosk;
        }
        throw new IllegalStateException("the route is not marked @FromKiosk");
    }
}
