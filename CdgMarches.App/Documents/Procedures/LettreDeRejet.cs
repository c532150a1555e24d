using System.Buffers.Binary;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Documents.Procedures;

/// <summary>Les rejets d'un lot, et ce que chaque lettre en dit.</summary>
/// <param name="Groupement">Le groupement : son modèle par défaut, et le périmètre de qui peut lire.</param>
/// <param name="Consultation">L'objet de la procédure.</param>
/// <param name="Reference">Sa référence.</param>
/// <param name="Lot">« Lot 2 – Papier recyclé ».</param>
/// <param name="EstFormalisee">Vrai en procédure formalisée : motifs, attributaire et date de signature sont dus d'office (RG4.30).</param>
/// <param name="Rejets">Une lettre par rejet.</param>
public sealed record RejetsAEcrire(
    GroupementId Groupement,
    string Consultation,
    string Reference,
    string Lot,
    bool EstFormalisee,
    IReadOnlyList<RejetAEcrire> Rejets
)
{
    /// <summary>Le nom de l'attributaire, une fois le lot attribué.</summary>
    public string? Attributaire { get; init; }

    /// <summary>Les motifs qui ont conduit au choix de son offre.</summary>
    public string? MotifsDuChoix { get; init; }

    /// <summary>Sa note totale sur cent, en clair.</summary>
    public string? NoteDeLAttributaire { get; init; }

    /// <summary>La date à partir de laquelle le marché peut être signé (RG4.40) ; null quand aucun délai n'est dû.</summary>
    public DateOnly? SignaturePossibleLe { get; init; }

    /// <summary>Les voies et délais de recours, et le tribunal.</summary>
    public string? VoiesDeRecours { get; init; }
}

/// <summary>Une entreprise dont la candidature ou l'offre est rejetée.</summary>
/// <param name="Numero">Le numéro de l'offre ou du pli.</param>
/// <param name="Entreprise">Sa raison sociale.</param>
/// <param name="Adresse">Son adresse postale, si elle est connue.</param>
/// <param name="ParVoieElectronique">Vrai si la lettre part par le profil d'acheteur : elle se passe alors d'adresse postale.</param>
/// <param name="EstUneCandidature">Vrai pour une candidature écartée, faux pour une offre.</param>
/// <param name="Motifs">Les motifs du rejet.</param>
public sealed record RejetAEcrire(
    int Numero,
    string Entreprise,
    Adresse? Adresse,
    bool ParVoieElectronique,
    bool EstUneCandidature,
    string? Motifs
)
{
    /// <summary>Le rang de l'offre, si elle a été classée.</summary>
    public int? Rang { get; init; }

    /// <summary>Sa note totale sur cent, en clair.</summary>
    public string? Note { get; init; }
}

/// <summary>La lettre qui informe un candidat ou un soumissionnaire du rejet, avec ses motifs (RG4.30 ; CCP, art. R2181-1 et R2181-3).</summary>
public sealed class LettreDeRejet(IEnumerable<IDonneesDe<RejetsAEcrire>> sources) : NatureAlimentee<RejetsAEcrire>(sources)
{
    public const string Nature = "procedures.rejet";

    private const string ParLeProfil = "Par le profil d'acheteur";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.Courrier;

    public override string Titre => "Lettre de rejet";

    public override string ObjetType => nameof(AnalyseDeLot);

    public override string Droit => Droits.GererProcedures;

    public override bool AvecDestinataire => true;

    public override IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("consultation", "Objet de la consultation", "Fourniture de papier", Obligatoire: true),
        new("consultation_reference", "Référence de la consultation", "2026-C-012", Obligatoire: true),
        new("lot", "Lot", "Lot 2 – Papier recyclé", Obligatoire: true),
        new("entreprise", "Entreprise", "Papeterie du Nord", Obligatoire: true),
        new("motifs", "Motifs du rejet", "Votre offre a obtenu 71,5 points sur 100 et se classe au deuxième rang."),
        new("rang", "Rang de l'offre", "2"),
        new("note", "Note de l'offre, sur cent", "71,5"),
        new("attributaire", "Attributaire", "Papiers d'Artois"),
        new("note_attributaire", "Note de l'offre retenue, sur cent", "84"),
        new("motifs_du_choix", "Motifs du choix de l'offre retenue", "Offre économiquement la plus avantageuse."),
        new("signature_possible_le", "Date à partir de laquelle le marché peut être signé", "27 mars 2026"),
        new("voies_de_recours", "Voies et délais de recours", "Référé précontractuel jusqu'à la signature du marché…"),
    ];

    public override IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("formalisee", "La procédure est formalisée"),
        new("candidature", "C'est une candidature qui est rejetée, non une offre"),
        new("offre_classee", "L'offre a un rang"),
        new("attribue", "Le lot est attribué, à une entreprise que l'on nomme"),
        new("avec_suspension", "Le marché ne peut être signé avant une date"),
    ];

    protected override IReadOnlyList<DonneesDeFusion> Composer(Guid objet, RejetsAEcrire donnees) =>
        [.. donnees.Rejets.Select(r => Lettre(objet, donnees, r))];

    private static DonneesDeFusion Lettre(Guid objet, RejetsAEcrire lus, RejetAEcrire rejet)
    {
        var contenu = new DonneesDeFusion($"Rejet {GrammaireDuNom.De(rejet.Entreprise)}, {lus.Reference}, {lus.Lot}")
        {
            Groupement = lus.Groupement,
            Destinataire = Destinataire(Cle(objet, rejet.Numero), rejet),
        };
        contenu
            .Champ("consultation", lus.Consultation)
            .Champ("consultation_reference", lus.Reference)
            .Champ("lot", lus.Lot)
            .Champ("entreprise", rejet.Entreprise)
            .Champ("motifs", rejet.Motifs)
            .Champ("rang", rejet.Rang?.ToString(Francais.Culture))
            .Champ("note", rejet.Note)
            .Champ("attributaire", lus.Attributaire)
            .Champ("note_attributaire", lus.NoteDeLAttributaire)
            .Champ("motifs_du_choix", lus.MotifsDuChoix)
            .Champ("signature_possible_le", lus.SignaturePossibleLe is { } le ? Formats.DateLongue(le) : null)
            .Champ("voies_de_recours", lus.VoiesDeRecours)
            .Condition("formalisee", lus.EstFormalisee)
            .Condition("candidature", rejet.EstUneCandidature)
            .Condition("offre_classee", rejet.Rang is not null)
            .Condition("attribue", !rejet.EstUneCandidature && lus.Attributaire is not null)
            .Condition("avec_suspension", !rejet.EstUneCandidature && lus.SignaturePossibleLe is not null);
        return contenu;
    }

    private static DestinataireDeDocument Destinataire(Guid cle, RejetAEcrire rejet) =>
        rejet.Adresse is { Ville: not null } adresse ? DestinataireDeDocument.De(cle, rejet.Entreprise, null, adresse)
        : rejet.ParVoieElectronique ? new DestinataireDeDocument(cle, rejet.Entreprise, [rejet.Entreprise, ParLeProfil])
        : new DestinataireDeDocument(cle, rejet.Entreprise, []);

    /// <summary>La clé d'un rejet : celle de l'objet, son numéro dans les derniers octets ; la même à chaque production.</summary>
    private static Guid Cle(Guid objet, int numero)
    {
        Span<byte> octets = stackalloc byte[16];
        objet.TryWriteBytes(octets);
        BinaryPrimitives.WriteInt32BigEndian(octets[12..], BinaryPrimitives.ReadInt32BigEndian(octets[12..]) ^ numero);
        return new Guid(octets);
    }
}

/// <summary>La lettre de rejet livrée avec l'application.</summary>
internal sealed class OrigineLettreDeRejet : IModeleDOrigine
{
    public string Code => LettreDeRejet.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet(
                "information sur le rejet de votre {{si candidature}}candidature{{fin si}}{{si non candidature}}offre{{fin si}}",
                "Consultation {{consultation_reference}} – {{consultation}}",
                "{{lot}}"
            )
            .Paragraphe("Madame, Monsieur,")
            .Si(
                "candidature",
                p =>
                    p.Paragraphe(
                        "Vous vous êtes porté candidat à la consultation citée en objet. J'ai le regret de vous informer que votre candidature n'a pas été retenue."
                    )
            )
            .SiNon(
                "candidature",
                p =>
                    p.Paragraphe(
                        "Vous avez remis une offre pour la consultation citée en objet. J'ai le regret de vous informer qu'elle n'a pas été retenue{{si offre_classee}} : elle est classée au rang {{rang}}{{si note}}, avec {{note}} points sur 100{{fin si}}{{fin si}}."
                    )
            )
            .Si("motifs", p => p.Section("Motifs du rejet").Paragraphe("{{motifs}}"))
            .Si(
                "attribue",
                p =>
                    p.Section("Offre retenue")
                        .Paragraphe(
                            "Le marché est attribué à **{{attributaire}}**{{si note_attributaire}}, dont l'offre obtient {{note_attributaire}} points sur 100{{fin si}}."
                        )
                        .Si("motifs_du_choix", q => q.Paragraphe("{{motifs_du_choix}}"))
            )
            .Si(
                "avec_suspension",
                p =>
                    p.Paragraphe(
                        "Le marché peut être signé à partir du **{{signature_possible_le}}** (Code de la commande publique, art. R2181-3 et R2182-1)."
                    )
            )
            .SiNon(
                "formalisee",
                p =>
                    p.Paragraphe(
                        "Vous pouvez demander les motifs détaillés du rejet ; ils vous seront donnés dans les quinze jours de la réception de votre demande (Code de la commande publique, art. R2181-2)."
                    )
            )
            .Si("voies_de_recours", p => p.Section("Voies et délais de recours").Discret("{{voies_de_recours}}"))
            .Paragraphe(
                "Je vous remercie de l'intérêt que vous avez porté à cette consultation et vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées."
            )
            .Signature();
}
