using CdgMarches.Domain.Courriels.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels;

/// <summary>Ce que le coordonnateur a reçu ou établi et doit transmettre sans délai aux membres (RG7.03).</summary>
/// <remarks>Les membres destinataires et leurs accusés de lecture sont à part : ils peuvent être quinze cents.</remarks>
public sealed class Transmission : Agregat
{
    public const int LongueurDeLObjet = 300;
    public const int LongueurDuTexte = 8000;
    public const int LongueurDuMotif = 500;

    private Transmission() { }

    public TransmissionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public NatureDeTransmission Nature { get; private init; }

    public string Objet { get; private init; } = "";

    public string CleDeRecherche { get; private init; } = "";

    public string Texte { get; private init; } = "";

    /// <summary>Le jour où le coordonnateur l'a reçue ou établie : le délai en part.</summary>
    public DateOnly RecueLe { get; private init; }

    /// <summary>Le dernier jour pour transmettre : tant de jours ouvrés après la réception.</summary>
    public DateOnly ATransmettreAvant { get; private init; }

    public DateOnly? TransmiseLe { get; private set; }

    /// <summary>Les jours ouvrés entre la réception et la transmission.</summary>
    public int? JoursOuvres { get; private set; }

    public int Membres { get; private set; }

    /// <summary>Pourquoi l'agent a renoncé à transmettre.</summary>
    public string? MotifDAbandon { get; private set; }

    /// <summary>L'objet dont elle vient (« Procedure »).</summary>
    public string? ObjetType { get; private init; }

    public Guid? ObjetId { get; private init; }

    /// <summary>Le document transmis (identifiant de la pièce).</summary>
    public Guid? Piece { get; private init; }

    /// <summary>L'agent qui l'a préparée.</summary>
    public Guid? Responsable { get; private init; }

    public bool EstEnAttente => TransmiseLe is null && MotifDAbandon is null;

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue(
                "transmission",
                ATransmettreAvant,
                $"Transmettre aux membres : {Objet}",
                "RG7.03",
                "Convention constitutive"
            )
            {
                Article = "3.1",
                Groupement = Groupement.Valeur,
                Responsable = Responsable,
                EstAccomplie = !EstEnAttente,
            },
        ];

    public static Verdict PeutPreparer(ContenuDeTransmission contenu, DateOnly aujourdhui) =>
        Verdict.De(
            new ObjetDeTransmissionRenseigne(contenu.Objet),
            new TexteDeTransmissionRenseigne(contenu.Texte),
            new DateDeCourrierPassee("La réception", contenu.RecueLe, null, aujourdhui, "recue-le"),
            new DocumentJoint(contenu.Nature, contenu.Piece)
        );

    /// <param name="groupement">Le groupement dont les membres sont concernés.</param>
    /// <param name="contenu">Ce qu'il y a à transmettre.</param>
    /// <param name="avant">Le dernier jour pour transmettre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="responsable">L'agent qui la prépare.</param>
    public static Transmission Preparer(
        GroupementId groupement,
        ContenuDeTransmission contenu,
        DateOnly avant,
        DateOnly aujourdhui,
        Guid? responsable
    )
    {
        PeutPreparer(contenu, aujourdhui).Exiger();
        var objet = contenu.Objet!.Trim();
        var cle = CleDeTri.De(objet);
        var transmission = new Transmission
        {
            Id = TransmissionId.Nouveau(),
            Groupement = groupement,
            Nature = contenu.Nature,
            Objet = objet,
            CleDeRecherche = cle.Length > 600 ? cle[..600] : cle,
            Texte = contenu.Texte!.Trim(),
            RecueLe = contenu.RecueLe,
            ATransmettreAvant = avant,
            ObjetType = contenu.ObjetType,
            ObjetId = contenu.ObjetId,
            Piece = contenu.Piece,
            Responsable = responsable,
        };
        transmission.Signaler(new TransmissionPreparee(contenu.Nature, objet));
        return transmission;
    }

    /// <param name="membres">Le nombre de membres concernés.</param>
    public Verdict PeutTransmettre(int membres) =>
        Verdict.De(new TransmissionEnAttente(TransmiseLe, MotifDAbandon), new MembresConcernes(membres));

    /// <param name="jour">Le jour de l'envoi.</param>
    /// <param name="membres">Le nombre de membres à qui elle part.</param>
    /// <param name="joursOuvres">Les jours ouvrés écoulés depuis la réception.</param>
    public void Transmettre(DateOnly jour, int membres, int joursOuvres)
    {
        PeutTransmettre(membres).Exiger();
        (TransmiseLe, Membres, JoursOuvres) = (jour, membres, joursOuvres);
        Signaler(new TransmissionFaite(Objet, membres, joursOuvres));
    }

    /// <summary>Renonce à transmettre ce qui n'avait pas à l'être.</summary>
    public void Abandonner(string? motif)
    {
        Verdict.De(new TransmissionEnAttente(TransmiseLe, MotifDAbandon), new MotifDAbandonDonne(motif)).Exiger();
        MotifDAbandon = motif!.Trim();
        Signaler(new TransmissionAbandonnee(Objet, MotifDAbandon));
    }
}

/// <summary>Ce qu'il y a à transmettre, tel que l'agent le saisit.</summary>
public sealed record ContenuDeTransmission(
    NatureDeTransmission Nature,
    string? Objet,
    string? Texte,
    DateOnly RecueLe,
    Guid? Piece = null,
    string? ObjetType = null,
    Guid? ObjetId = null
);

/// <summary>Un membre à qui une transmission est partie, et son accusé de lecture.</summary>
public sealed class MembreInforme(TransmissionId transmission, Collectivites.CollectiviteId collectivite, bool parCourrier)
{
    public TransmissionId Transmission { get; private init; } = transmission;

    public Collectivites.CollectiviteId Collectivite { get; private init; } = collectivite;

    /// <summary>Vrai si aucune adresse de courriel n'était connue : une lettre est à imprimer.</summary>
    public bool ParCourrier { get; private init; } = parCourrier;

    /// <summary>Quand une personne du membre a dit, d'un bouton, l'avoir lue.</summary>
    public DateTimeOffset? LuLe { get; private set; }

    public string? LuPar { get; private set; }

    /// <summary>La première lecture compte ; les suivantes ne changent rien.</summary>
    public void Lire(string par, DateTimeOffset instant)
    {
        if (LuLe is null)
        {
            (LuLe, LuPar) = (instant, par);
        }
    }
}
