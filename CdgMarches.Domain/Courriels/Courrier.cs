using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels;

/// <summary>Un courrier postal du registre : numéroté sans trou, posté, et suivi jusqu'à chaque destinataire.</summary>
/// <remarks>
/// Les dates qu'il porte font courir des délais : la notification à un destinataire est sa remise, ou à défaut la première
/// présentation (RG6.20 ; CPC, art. 668 et 669). Chaque destinataire a son propre accusé.
/// </remarks>
public sealed class Courrier : Agregat
{
    public const int LongueurDeLObjet = 300;

    private readonly List<DestinataireDeCourrier> _destinataires = [];

    private Courrier() { }

    public CourrierId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    /// <summary>CR-2026-0001 : numéroté par année, sans trou.</summary>
    public string Numero { get; private init; } = "";

    public string Objet { get; private set; } = "";

    public string CleDeRecherche { get; private set; } = "";

    public ModeDEnvoi Mode { get; private set; }

    /// <summary>Le jour de l'enregistrement au registre.</summary>
    public DateOnly EnregistreLe { get; private init; }

    /// <summary>Le cachet de la poste, ou le jour de la remise en main propre.</summary>
    public DateOnly? PosteLe { get; private set; }

    /// <summary>Le jour où l'on s'inquiète des accusés qui ne sont pas revenus.</summary>
    public DateOnly? RetourAttenduLe { get; private set; }

    /// <summary>Le type et la clé de l'objet dont il relève (« ConventionDAcces »).</summary>
    public string? ObjetType { get; private init; }

    public Guid? ObjetId { get; private init; }

    /// <summary>Le groupement dont il relève : un agent limité à d'autres ne le voit pas.</summary>
    public Guid? Groupement { get; private init; }

    /// <summary>L'agent qui l'a enregistré.</summary>
    public Guid? Responsable { get; private init; }

    /// <summary>Le courrier lui-même (identifiant de la pièce).</summary>
    public Guid? Piece { get; private set; }

    public IReadOnlyList<DestinataireDeCourrier> Destinataires => _destinataires;

    public override IEnumerable<EcheanceDue> Echeances =>
        from destinataire in _destinataires
        where RetourAttenduLe is not null && Mode.AttendUnAccuse()
        select new EcheanceDue(
            $"accuse/{destinataire.Rang}",
            RetourAttenduLe!.Value,
            $"Accusé de réception attendu {GrammaireDuNom.De(destinataire.Nom)} ({Numero})",
            "RG6.20",
            "Preuve de la notification, CPC, art. 668 et 669"
        )
        {
            Responsable = Responsable,
            Groupement = Groupement,
            EstAccomplie = destinataire.Issue is not IssueDeCourrier.EnCours,
        };

    public static Verdict PeutEnregistrer(string? objet, IReadOnlyCollection<AdresseDeCourrier> destinataires) =>
        Verdict.De(
            new ObjetDeCourrierRenseigne(objet),
            new UnDestinataireAuMoins(destinataires.Count(d => !string.IsNullOrWhiteSpace(d.Nom))),
            new AdresseDeDestinataireComplete([
                .. destinataires
                    .Where(d => string.IsNullOrWhiteSpace(d.Nom) != string.IsNullOrWhiteSpace(d.Adresse))
                    .Select(d => d.Nom ?? ""),
            ])
        );

    /// <param name="numero">Le numéro du registre.</param>
    /// <param name="objet">L'objet du courrier.</param>
    /// <param name="mode">Comment il part.</param>
    /// <param name="destinataires">Ses destinataires, dans l'ordre ; chacun aura son accusé.</param>
    /// <param name="jour">Le jour de l'enregistrement.</param>
    /// <param name="rattachement">L'objet et le groupement dont il relève.</param>
    /// <param name="responsable">L'agent qui l'enregistre.</param>
    public static Courrier Enregistrer(
        string numero,
        string objet,
        ModeDEnvoi mode,
        IReadOnlyList<AdresseDeCourrier> destinataires,
        DateOnly jour,
        RattachementDeCourrier rattachement,
        Guid? responsable
    )
    {
        PeutEnregistrer(objet, destinataires).Exiger();
        var courrier = new Courrier
        {
            Id = CourrierId.Nouveau(),
            Numero = numero,
            Objet = objet.Trim(),
            Mode = mode,
            EnregistreLe = jour,
            ObjetType = rattachement.ObjetType,
            ObjetId = rattachement.ObjetId,
            Groupement = rattachement.Groupement,
            Piece = rattachement.Piece,
            Responsable = responsable,
        };
        courrier._destinataires.AddRange(destinataires.Select((d, rang) => new DestinataireDeCourrier(rang + 1, d)));
        var cle = CleDeTri.De($"{numero} {courrier.Objet} {string.Join(' ', courrier._destinataires.Select(d => d.Nom))}");
        courrier.CleDeRecherche = cle.Length > 1000 ? cle[..1000] : cle;
        courrier.Signaler(new CourrierEnregistre(numero, courrier.Objet, courrier._destinataires.Count));
        return courrier;
    }

    /// <remarks>
    /// Un dossier s'ouvre parfois des années après : le registre ne borne pas l'ancienneté d'un envoi. L'acte dont le courrier
    /// est la lettre le fait : il ne peut pas la précéder.
    /// </remarks>
    public Verdict PeutPoster(DateOnly jour, DateOnly aujourdhui) =>
        Verdict.De(
            new CourrierPasEncorePoste(PosteLe),
            new DateDeCourrierPassee("L'envoi", jour, PasAvant: null, aujourdhui, "poste-le")
        );

    /// <summary>Note le dépôt à la poste, avec les numéros d'accusé quand le mode en a.</summary>
    /// <param name="jour">Le cachet de la poste.</param>
    /// <param name="accuses">Par rang de destinataire, le numéro de l'accusé.</param>
    /// <param name="delaiDeRetour">Combien de jours avant de s'inquiéter d'un accusé qui ne revient pas.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public void Poster(DateOnly jour, IReadOnlyDictionary<int, string?> accuses, int delaiDeRetour, DateOnly aujourdhui)
    {
        PeutPoster(jour, aujourdhui).Exiger();
        (PosteLe, RetourAttenduLe) = (jour, jour.AddDays(delaiDeRetour));
        foreach (var destinataire in _destinataires)
        {
            destinataire.Numeroter(accuses.GetValueOrDefault(destinataire.Rang));
        }

        Signaler(new CourrierPoste(Numero, jour));
    }

    public Verdict PeutNoter(int rang, SuiviDeCourrier suivi, DateOnly aujourdhui) =>
        Verdict.De(
            new CourrierDejaPoste(PosteLe),
            new DateDeCourrierPassee("La première présentation", suivi.PremierePresentation, PosteLe, aujourdhui, "presentation"),
            new DateDeCourrierPassee("La remise", suivi.RemisLe, suivi.PremierePresentation ?? PosteLe, aujourdhui, "remis-le"),
            new SuiviCoherent(suivi.Issue, suivi.PremierePresentation, suivi.RemisLe),
            new DestinataireConnu(rang, _destinataires.Exists(d => d.Rang == rang))
        );

    /// <summary>Note ce que la poste a fait du pli d'un destinataire.</summary>
    public void Noter(int rang, SuiviDeCourrier suivi, DateOnly aujourdhui)
    {
        PeutNoter(rang, suivi, aujourdhui).Exiger();
        var destinataire = _destinataires.Find(d => d.Rang == rang)!;
        var avant = destinataire.EnClairDuSuivi();
        destinataire.Noter(suivi);
        Signaler(
            new SuiviDeCourrierNote(Numero, destinataire.Nom, avant, destinataire.EnClairDuSuivi(), destinataire.Collectivite)
        );
    }

    /// <summary>Le jour où ce destinataire est notifié ; null tant qu'il ne l'est pas.</summary>
    /// <remarks>RG6.20 : avec deux destinataires, chacun a sa date ; celle qui compte est celle que la règle nomme.</remarks>
    public DateOnly? DateDeNotification(int rang) => _destinataires.Find(d => d.Rang == rang)?.DateDeNotification;
}

/// <summary>Un destinataire d'un courrier, et son propre accusé.</summary>
public sealed class DestinataireDeCourrier
{
    public const int LongueurDuNom = 200;
    public const int LongueurDeLAdresse = 500;
    public const int LongueurDeLAccuse = 40;

    private DestinataireDeCourrier() { }

    internal DestinataireDeCourrier(int rang, AdresseDeCourrier adresse)
    {
        Rang = rang;
        Nom = adresse.Nom!.Trim();
        Adresse = adresse.Adresse!.Trim();
        Collectivite = adresse.Collectivite;
    }

    public int Rang { get; private init; }

    public string Nom { get; private init; } = "";

    /// <summary>L'adresse postale, telle qu'elle est imprimée.</summary>
    public string Adresse { get; private init; } = "";

    public Guid? Collectivite { get; private init; }

    /// <summary>Le numéro de l'accusé de réception (« 1A 123 456 7890 1 »).</summary>
    public string? NumeroDAccuse { get; private set; }

    public DateOnly? PremierePresentation { get; private set; }

    public DateOnly? RemisLe { get; private set; }

    public IssueDeCourrier Issue { get; private set; }

    /// <summary>L'accusé numérisé (identifiant de la pièce).</summary>
    public Guid? Accuse { get; private set; }

    /// <summary>Le jour de la notification : la remise ; à défaut, refusé ou non réclamé, la première présentation (RG6.20).</summary>
    public DateOnly? DateDeNotification =>
        Issue switch
        {
            IssueDeCourrier.Remis => RemisLe,
            IssueDeCourrier.Refuse or IssueDeCourrier.NonReclame => PremierePresentation,
            IssueDeCourrier.EnCours or IssueDeCourrier.AdresseInconnue => null,
        };

    internal void Numeroter(string? accuse) => NumeroDAccuse = string.IsNullOrWhiteSpace(accuse) ? null : accuse.Trim();

    internal void Noter(SuiviDeCourrier suivi)
    {
        (Issue, PremierePresentation, RemisLe) = (suivi.Issue, suivi.PremierePresentation, suivi.RemisLe);
        Accuse = suivi.Accuse ?? Accuse;
    }

    internal string EnClairDuSuivi() =>
        Issue.Libelle()
        + (PremierePresentation is { } presente ? $", présenté le {EnClair.Date(presente)}" : "")
        + (RemisLe is { } remis ? $", remis le {EnClair.Date(remis)}" : "");
}

/// <summary>À qui un courrier est adressé.</summary>
public sealed record AdresseDeCourrier(string? Nom, string? Adresse, Guid? Collectivite = null);

/// <summary>Ce dont un courrier relève.</summary>
public sealed record RattachementDeCourrier(
    string? ObjetType = null,
    Guid? ObjetId = null,
    Guid? Groupement = null,
    Guid? Piece = null
);

/// <summary>Ce que la poste a fait d'un pli.</summary>
public sealed record SuiviDeCourrier(
    IssueDeCourrier Issue,
    DateOnly? PremierePresentation,
    DateOnly? RemisLe,
    Guid? Accuse = null
);
