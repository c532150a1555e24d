using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Le calendrier : les dates prévues, leur glissement, la date limite et ses rectificatifs.</summary>
public sealed partial class Procedure
{
    /// <summary>Les étapes encore à faire dont la date suivrait si celle-ci bougeait, et de combien de jours.</summary>
    public (int Jours, IReadOnlyList<EtapeDeProcedure> Suivantes) ProposerDecalage(EtapeDeProcedure etape, DateOnly prevu)
    {
        var avant = _jalons.Find(j => j.Etape == etape)?.Prevu;
        var jours = avant is { } ancien ? prevu.DayNumber - ancien.DayNumber : 0;
        return (
            jours,
            jours == 0
                ? []
                : [.. _jalons.Where(j => j.Etape > etape && j is { Prevu: not null, Reel: null }).Select(j => j.Etape).Order()]
        );
    }

    /// <summary>Prévoit une étape ; sur demande, les suivantes encore à faire glissent du même nombre de jours.</summary>
    public void Prevoir(EtapeDeProcedure etape, DateOnly? prevu, bool decalerLesSuivantes)
    {
        Verdict.De(new ProcedureNonTerminee(Etat)).Exiger();
        var (jours, suivantes) = prevu is { } jour && decalerLesSuivantes ? ProposerDecalage(etape, jour) : (0, []);
        JalonDe(etape).Prevu = prevu;
        foreach (var suivante in suivantes)
        {
            var jalon = JalonDe(suivante);
            jalon.Prevu = jalon.Prevu!.Value.AddDays(jours);
        }

        Recalculer();
        Signaler(new CalendrierPrevu(etape, prevu, suivantes.Count));
    }

    /// <summary>Dit si cette date limite respecte le délai minimal.</summary>
    public Verdict PeutFixerLaLimite(DateTime limite, DelaiDeReception? minimum) =>
        Verdict.De(
            minimum is null ? new ProcedureNonTerminee(Etat) : new DateLimiteApresLeDelaiDeReception(limite, minimum),
            new ProcedureNonTerminee(Etat),
            new LimitePasEncorePassee(ConstateLe(0, EtapeDeProcedure.Ouverture))
        );

    /// <summary>Fixe la date limite ; après le lancement, c'est un rectificatif numéroté.</summary>
    public void FixerLaLimite(DateTime limite, DelaiDeReception? minimum, string? motif = null)
    {
        PeutFixerLaLimite(limite, minimum).Exiger(motif);
        if (Etat is EtatDeProcedure.Lancee && LimiteDeRemise is not null)
        {
            Rectificatifs++;
        }

        LimiteDeRemise = limite;
        JalonDe(EtapeDeProcedure.RemiseDesOffres).Prevu = DateOnly.FromDateTime(limite);
        Recalculer();
        Signaler(new LimiteFixee(limite, Rectificatifs, motif));
    }

    /// <summary>L'envoi de l'invitation à remettre une offre, dans une procédure en deux temps.</summary>
    public DateOnly? InvitationLe { get; private set; }

    /// <summary>La date limite des offres d'une procédure en deux temps, à l'heure du CDG ; null en un temps.</summary>
    public DateTime? LimiteDesOffres { get; private set; }

    /// <summary>La date limite de chaque phase : en un temps, la même.</summary>
    public LimitesDeRemise Limites => new(LimiteDeRemise, Forme?.EstRestreinte() is true ? LimiteDesOffres : LimiteDeRemise);

    /// <summary>Ce qu'est un pli reçu à cet instant : une candidature tant que les candidats retenus ne sont pas invités.</summary>
    public PhaseDeReception PhaseLe(DateTime instant) =>
        Forme?.EstRestreinte() is true && (InvitationLe is not { } invites || DateOnly.FromDateTime(instant) < invites)
            ? PhaseDeReception.Candidatures
            : PhaseDeReception.Offres;

    /// <summary>Le jour depuis lequel les offres se lisent ; null tant qu'elles sont fermées (RG2.34).</summary>
    /// <param name="maintenant">L'instant, à l'heure du CDG.</param>
    public DateOnly? OffresOuvertesLe(DateTime maintenant) =>
        Forme?.EstRestreinte() is not true ? ConstateLe(0, EtapeDeProcedure.Ouverture)
        : LimiteDesOffres is { } limite && limite < maintenant ? DateOnly.FromDateTime(limite)
        : null;

    /// <summary>Dit si l'invitation et la date limite des offres tiennent le délai minimal.</summary>
    /// <param name="invitation">Le jour de l'envoi de l'invitation.</param>
    /// <param name="limite">La date limite des offres.</param>
    /// <param name="minimum">Le délai minimal ; null si la forme n'en a pas, ou d'un commun accord avec tous les candidats (R2161-8).</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutInviter(DateOnly invitation, DateTime limite, DelaiDeReception? minimum, DateOnly aujourdhui)
    {
        var verdict = Verdict.De(
            new ProcedureEnCours(Etat),
            new InvitationApresLesCandidatures(Forme, ConstateLe(0, EtapeDeProcedure.Candidatures), invitation, aujourdhui),
            new EcheanceApresLEnvoi(invitation, DateOnly.FromDateTime(limite))
        );
        return minimum is null ? verdict : verdict.Et(Verdict.De(new DateLimiteApresLeDelaiDeReception(limite, minimum)));
    }

    /// <summary>Invite les candidats retenus à remettre une offre ; l'inviter de nouveau reporte la date limite.</summary>
    /// <inheritdoc cref="PeutInviter"/>
    public void Inviter(
        DateOnly invitation,
        DateTime limite,
        DelaiDeReception? minimum,
        DateOnly aujourdhui,
        string? motif = null
    )
    {
        PeutInviter(invitation, limite, minimum, aujourdhui).Exiger(motif);
        (InvitationLe, LimiteDesOffres) = (invitation, limite);
        Signaler(new InvitationEnvoyee(invitation, limite, motif));
    }

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            .. _jalons
                .Where(j => j.Prevu is not null)
                .Select(j =>
                    Due($"etape/{j.Etape}", j.Prevu!.Value, j.Etape.Libelle(), j.Etape.Fondement(), "calendrier") with
                    {
                        Heure =
                            j.Etape is EtapeDeProcedure.RemiseDesOffres && LimiteDeRemise is { } l
                                ? TimeOnly.FromDateTime(l)
                                : null,
                        Alertes = [7],
                        EstAccomplie = j.Reel is not null || Etat is EtatDeProcedure.Terminee,
                    }
                ),
            .. NoteReponseAvant is { } reponse
                ?
                [
                    Due(
                        "note",
                        reponse,
                        "Dernier jour des membres pour répondre à la note d'organisation",
                        "Convention constitutive",
                        "note"
                    ) with
                    {
                        Article = "3.1",
                        Alertes = [7],
                        PourLesMembres = true,
                        EstAccomplie = Etat is not EtatDeProcedure.EnPreparation,
                        PasseDElleMeme = true,
                    },
                ]
                : Array.Empty<EcheanceDue>(),
        ];

    private EcheanceDue Due(string cle, DateOnly date, string libelle, string fondement, string rubrique) =>
        new(cle, date, $"{libelle} — {Reference}", "RG4.1", fondement)
        {
            Responsable = Responsable,
            Suppleant = Suppleant,
            Groupement = Groupement.Valeur,
            Adresse = $"/procedures/{Id.Valeur}/{rubrique}",
        };

    /// <summary>Une première frise, de la publication prévue aux données essentielles ; les dates déjà prévues restent.</summary>
    public void PrevoirParDefaut(DateOnly publication, DateOnly limite, bool avecCao)
    {
        Verdict.De(new ProcedureNonTerminee(Etat)).Exiger();
        var attribution = limite.AddDays(45);
        var signature = attribution.AddDays(30);
        foreach (
            var (etape, jour) in new (EtapeDeProcedure, DateOnly)[]
            {
                (EtapeDeProcedure.NoteDOrganisation, publication.AddDays(-30)),
                (EtapeDeProcedure.Dce, publication.AddDays(-7)),
                (EtapeDeProcedure.Publication, publication),
                (EtapeDeProcedure.RemiseDesOffres, limite),
                (EtapeDeProcedure.Ouverture, limite.AddDays(1)),
                (EtapeDeProcedure.Candidatures, limite.AddDays(8)),
                (EtapeDeProcedure.Analyse, limite.AddDays(35)),
                (EtapeDeProcedure.ConvocationDeLaCao, attribution.AddDays(-7)),
                (EtapeDeProcedure.Attribution, attribution),
                (EtapeDeProcedure.Attestations, attribution.AddDays(10)),
                (EtapeDeProcedure.Rejets, attribution.AddDays(12)),
                (EtapeDeProcedure.AutorisationDeSigner, attribution.AddDays(20)),
                (EtapeDeProcedure.Signature, signature),
                (EtapeDeProcedure.Transmission, signature.AddDays(5)),
                (EtapeDeProcedure.Notification, signature.AddDays(10)),
                (EtapeDeProcedure.InformationDesMembres, signature.AddDays(14)),
                (EtapeDeProcedure.AvisDAttribution, signature.AddDays(25)),
                (EtapeDeProcedure.DonneesEssentielles, signature.AddDays(40)),
            }
        )
        {
            if (etape is not EtapeDeProcedure.ConvocationDeLaCao || avecCao)
            {
                JalonDe(etape).Prevu ??= jour;
            }
        }

        Recalculer();
        Signaler(new CalendrierPrevu(EtapeDeProcedure.Publication, publication, 0));
    }
}
