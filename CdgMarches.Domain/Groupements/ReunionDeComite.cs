using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une réunion du comité de suivi : il aide à préparer, il ne décide rien et n'a pas de quorum (convention, art. 3.3).</summary>
/// <remarks>RG7.04. Rien ici ne vaut convocation, vote ni décision de la commission d'appel d'offres.</remarks>
public sealed class ReunionDeComite : Agregat
{
    public const int LongueurDUnTexte = 20_000;
    public const int LongueurDUnLibelle = 300;

    private readonly List<PresenceAuComite> _presences = [];
    private readonly List<ActionDuComite> _actions = [];

    private ReunionDeComite() { }

    public ReunionDeComiteId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public DateOnly Le { get; private set; }

    public TimeOnly Heure { get; private set; }

    public string Lieu { get; private set; } = "";

    public string OrdreDuJour { get; private set; } = "";

    public DateOnly? InviteeLe { get; private set; }

    /// <summary>Avance à chaque changement et à l'annulation : la suite (SEQUENCE) de l'entrée d'agenda.</summary>
    public int SequenceDAgenda { get; private set; }

    public DateOnly? AnnuleeLe { get; private set; }

    public bool EstAnnulee => AnnuleeLe is not null;

    public string? CompteRendu { get; private set; }

    public IReadOnlyList<PresenceAuComite> Presences => _presences;

    public IReadOnlyList<ActionDuComite> Actions => _actions;

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue("reunion", Le, "Réunion du comité de suivi", "RG7.04", "Convention constitutive")
            {
                Article = "3.3",
                Heure = Heure,
                Alertes = [7],
                Groupement = Groupement.Valeur,
                EstAccomplie = CompteRendu is not null || EstAnnulee,
                PasseDElleMeme = true,
            },
            .. _actions
                .Where(a => a.PourLe is not null)
                .Select(a => new EcheanceDue(
                    $"action/{a.Id:N}",
                    a.PourLe!.Value,
                    $"Comité de suivi : {(a.Libelle.Length > 250 ? a.Libelle[..250] : a.Libelle)}",
                    "RG7.04",
                    "Convention constitutive"
                )
                {
                    Article = "3.3",
                    Alertes = [7],
                    Groupement = Groupement.Valeur,
                    EstAccomplie = a.FaiteLe is not null,
                }),
        ];

    /// <param name="groupement">Le groupement.</param>
    /// <param name="le">Le jour.</param>
    /// <param name="heure">L'heure.</param>
    /// <param name="lieu">Le lieu, ou le lien.</param>
    /// <param name="ordreDuJour">Ce dont on parlera.</param>
    /// <param name="designes">Les membres du comité désignés ce jour-là.</param>
    public static ReunionDeComite Prevoir(
        GroupementId groupement,
        DateOnly le,
        TimeOnly heure,
        string? lieu,
        string? ordreDuJour,
        IReadOnlyCollection<DesignationAuComite> designes
    )
    {
        PeutEtre(lieu, ordreDuJour).Et(Verdict.De(new ComiteDesigne(designes.Count))).Exiger();
        var reunion = new ReunionDeComite
        {
            Id = ReunionDeComiteId.Nouveau(),
            Groupement = groupement,
            Le = le,
            Heure = heure,
            Lieu = lieu!.Trim(),
            OrdreDuJour = ordreDuJour!.Trim(),
        };
        reunion._presences.AddRange(designes.Select(d => new PresenceAuComite(d)));
        reunion.Signaler(new ReunionPrevue(le));
        return reunion;
    }

    private static Verdict PeutEtre(string? lieu, string? ordreDuJour) =>
        Verdict.De(
            new TexteRenseigne("Le lieu de la réunion", (lieu ?? "").Trim(), LongueurDUnLibelle, "lieu"),
            new TexteRenseigne("L'ordre du jour", (ordreDuJour ?? "").Trim(), LongueurDUnTexte, "ordre")
        );

    /// <summary>Dit si la réunion peut encore être déplacée ou annulée : ni annulée, ni tenue.</summary>
    public Verdict PeutModifier() =>
        Verdict.De(
            new ReunionNonAnnulee(AnnuleeLe),
            new ReunionPasEncoreTenue(CompteRendu is not null || _presences.Exists(p => p.EstPresent))
        );

    /// <summary>Change le jour, l'heure, le lieu ou l'ordre du jour.</summary>
    /// <returns>Vrai si quelque chose a changé : ceux que l'on avait invités sont alors à prévenir.</returns>
    public bool Modifier(DateOnly le, TimeOnly heure, string? lieu, string? ordreDuJour)
    {
        PeutModifier().Et(PeutEtre(lieu, ordreDuJour)).Exiger();
        var (avant, ordre) = (EnUneLigne, OrdreDuJour);
        (Le, Heure, Lieu, OrdreDuJour) = (le, heure, lieu!.Trim(), ordreDuJour!.Trim());
        if (avant == EnUneLigne && ordre == OrdreDuJour)
        {
            return false;
        }

        SequenceDAgenda++;
        Signaler(new ReunionModifiee(avant, EnUneLigne));
        return true;
    }

    private string EnUneLigne => $"{EnClair.Date(Le)}, {Heure.ToString("HH:mm", Francais.Culture)}, {Lieu}";

    /// <summary>Annule la réunion ; elle reste à l'histoire, et l'agenda de ceux que l'on avait invités la retire.</summary>
    public void Annuler(string? motif, DateOnly jour)
    {
        PeutModifier()
            .Et(Verdict.De(new TexteRenseigne("Le motif de l'annulation", (motif ?? "").Trim(), LongueurDUnLibelle, "motif")))
            .Exiger();
        AnnuleeLe = jour;
        SequenceDAgenda++;
        Signaler(new ReunionAnnulee(motif!.Trim()));
    }

    /// <summary>Reprend l'adresse corrigée d'un membre du comité, tant que la réunion n'est ni annulée ni tenue.</summary>
    public void Joindre(DesignationAuComite designation)
    {
        if (PeutModifier().EstFavorable)
        {
            _presences
                .Find(p => p.Collectivite == designation.Collectivite && p.Nom == designation.Nom)
                ?.Joindre(designation.Courriel);
        }
    }

    public Verdict PeutInviter(DateOnly jour) =>
        Verdict.De(new ReunionNonAnnulee(AnnuleeLe), new InvitationAvantLaReunion(Le, jour));

    /// <summary>Note l'envoi des invitations : la date du premier reste, l'histoire garde chacun.</summary>
    public void Inviter(DateOnly jour)
    {
        PeutInviter(jour).Exiger();
        InviteeLe ??= jour;
        Signaler(new ComiteInvite(_presences.Count(p => p.Courriel is not null)));
    }

    /// <summary>Dit si présences et compte rendu peuvent se relever.</summary>
    public Verdict PeutRelever(DateOnly aujourdhui) =>
        Verdict.De(new ReunionNonAnnulee(AnnuleeLe), new ReunionTenue(Le, aujourdhui));

    /// <summary>Relève qui est venu ; le nombre ne conditionne rien.</summary>
    public void ReleverPresences(IReadOnlySet<Guid> presents, DateOnly aujourdhui)
    {
        PeutRelever(aujourdhui).Exiger();
        foreach (var presence in _presences)
        {
            presence.Noter(presents.Contains(presence.Id));
        }

        Signaler(new PresencesRelevees(_presences.Count(p => p.EstPresent), _presences.Count));
    }

    public void RendreCompte(string? texte, DateOnly aujourdhui)
    {
        PeutRelever(aujourdhui)
            .Et(Verdict.De(new TexteRenseigne("Le compte rendu", (texte ?? "").Trim(), LongueurDUnTexte, "compte-rendu")))
            .Exiger();
        CompteRendu = texte!.Trim();
        Signaler(new CompteRenduEcrit());
    }

    public void AjouterAction(string? libelle, string? responsable, DateOnly? pourLe)
    {
        Verdict
            .De(
                new ReunionNonAnnulee(AnnuleeLe),
                new TexteRenseigne("L'action", (libelle ?? "").Trim(), LongueurDUnLibelle, "action"),
                new TexteRenseigne("Le responsable de l'action", (responsable ?? "").Trim(), LongueurDUnLibelle, "responsable"),
                new ActionApresLaReunion(Le, pourLe)
            )
            .Exiger();
        _actions.Add(new ActionDuComite(libelle!.Trim(), responsable!.Trim(), pourLe));
        Signaler(new ActionAjoutee(libelle.Trim()));
    }

    public void TerminerAction(Guid action, DateOnly jour)
    {
        var faite =
            _actions.Find(a => a.Id == action)
            ?? throw new ArgumentException("Cette action n'est pas de cette réunion.", nameof(action));
        faite.Terminer(jour);
        Signaler(new ActionFaite(faite.Libelle));
    }
}

/// <summary>Un membre du comité, invité à une réunion ; son nom y reste tel qu'il était.</summary>
public sealed class PresenceAuComite
{
    private PresenceAuComite() { }

    internal PresenceAuComite(DesignationAuComite designation) =>
        (Id, Collectivite, Nom, Courriel) = (
            Guid.CreateVersion7(),
            designation.Collectivite,
            designation.Nom,
            designation.Courriel
        );

    public Guid Id { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Courriel { get; private set; }

    public bool EstPresent { get; private set; }

    internal void Noter(bool present) => EstPresent = present;

    internal void Joindre(string? courriel) => Courriel = courriel;
}

/// <summary>Ce qu'une réunion laisse à faire.</summary>
public sealed class ActionDuComite
{
    private ActionDuComite() { }

    internal ActionDuComite(string libelle, string responsable, DateOnly? pourLe) =>
        (Id, Libelle, Responsable, PourLe) = (Guid.CreateVersion7(), libelle, responsable, pourLe);

    public Guid Id { get; private init; }

    public string Libelle { get; private init; } = "";

    public string Responsable { get; private init; } = "";

    public DateOnly? PourLe { get; private init; }

    public DateOnly? FaiteLe { get; private set; }

    internal void Terminer(DateOnly jour) => FaiteLe = jour;
}

/// <summary>Une personne que le représentant d'un membre désigne au comité de suivi, entre deux dates.</summary>
public sealed class DesignationAuComite
{
    private DesignationAuComite() { }

    internal DesignationAuComite(CollectiviteId collectivite, string nom, string? courriel, string designePar, DateOnly du) =>
        (Id, Collectivite, Nom, Courriel, DesignePar, Du) = (Guid.CreateVersion7(), collectivite, nom, courriel, designePar, du);

    public Guid Id { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Courriel { get; private set; }

    /// <summary>Le représentant qui la désigne.</summary>
    public string DesignePar { get; private init; } = "";

    public DateOnly Du { get; private init; }

    public DateOnly? Au { get; private set; }

    public bool EstEnVigueur(DateOnly jour) => Du <= jour && (Au is not { } au || jour <= au);

    internal void Finir(DateOnly au) => Au = au;

    internal void Joindre(string? courriel) => Courriel = courriel;
}

public sealed record ReunionPrevue(DateOnly Le) : IEvenementMetier
{
    public string Libelle => $"Réunion du comité de suivi prévue le {EnClair.Date(Le)}.";
}

public sealed record ReunionModifiee(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Réunion du comité de suivi modifiée.";
}

public sealed record ReunionAnnulee(string? Motif) : IEvenementMetier
{
    public string Libelle => "Réunion du comité de suivi annulée.";
}

public sealed record ComiteInvite(int Courriels) : IEvenementMetier
{
    public string Libelle => $"Invitations envoyées : {Courriels.ToString(Francais.Culture)}.";
}

public sealed record PresencesRelevees(int Presents, int Invites) : IEvenementMetier
{
    public string Libelle =>
        $"Présences relevées : {Presents.ToString(Francais.Culture)} sur {Invites.ToString(Francais.Culture)}.";
}

public sealed record CompteRenduEcrit : IEvenementMetier
{
    public string Libelle => "Compte rendu écrit.";
}

public sealed record ActionAjoutee(string Action) : IEvenementMetier
{
    public string Libelle => $"Action ajoutée : {Action}.";
}

public sealed record ActionFaite(string Action) : IEvenementMetier
{
    public string Libelle => $"Action faite : {Action}.";
}

public sealed record MembreDuComiteDesigne(CollectiviteId Membre, string Nom, DateOnly Du) : IEvenementMetier
{
    public string Libelle => $"{Nom} désigné au comité de suivi à compter du {EnClair.Date(Du)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record DesignationFinie(CollectiviteId Membre, string Nom, DateOnly Au) : IEvenementMetier
{
    public string Libelle => $"{Nom} n'est plus du comité de suivi après le {EnClair.Date(Au)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record CourrielDuComiteCorrige(CollectiviteId Membre, string Nom, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => $"Courriel de {Nom}, du comité de suivi, corrigé.";

    public Guid? Collectivite => Membre.Valeur;
}
