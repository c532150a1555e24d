using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Groupements;

/// <summary>Des groupements et des adhésions tout faits.</summary>
internal static class Exemples
{
    public static readonly DateOnly Debut = new(2025, 1, 1);

    public static Collectivite UneCommune(string nom, CategorieDeCollectivite categorie = CategorieDeCollectivite.Commune) =>
        Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = nom,
                Categorie = categorie,
                Departement = "62",
            }
        );

    /// <summary>Le plus petit PDF que le magasin reconnaît.</summary>
    public static MemoryStream Pdf() => new("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray());

    /// <summary>Ce qui montre que le coordonnateur a reçu le préavis, quand aucune lettre n'est au registre.</summary>
    public const string Recepisse = "Récépissé signé au guichet.";

    /// <summary>Une délibération devenue exécutoire ce jour, par sa transmission.</summary>
    public static ActeDeliberatif Executoire(DateOnly le) =>
        new()
        {
            Numero = "12",
            AdopteeLe = le.AddDays(-3),
            PublieeLe = le.AddDays(-1),
            TransmiseLe = le,
        };

    /// <summary>Une délibération adoptée, publiée et transmise le même jour : elle suit le texte soumis ce jour-là.</summary>
    public static ActeDeliberatif Deliberee(DateOnly le) =>
        new()
        {
            Numero = "12",
            AdopteeLe = le,
            PublieeLe = le,
            TransmiseLe = le,
        };

    public static IdentiteDeGroupement UneIdentite(CollectiviteId? coordonnateur = null, string nom = "Dématérialisation") =>
        new(nom, "Accéder à moindre coût aux plateformes.", coordonnateur ?? CollectiviteId.Nouveau(), Debut, estPermanent: true);

    public static Groupement UnGroupement(
        CollectiviteId? coordonnateur = null,
        int numero = 1,
        string nom = "Dématérialisation",
        bool ouvert = true
    )
    {
        var groupement = Groupement.Creer(new ReferenceDeGroupement(2025, numero), UneIdentite(coordonnateur, nom));
        groupement.AjouterPrestation(new DefinitionDePrestation("actes", "Télétransmission des actes", NatureDAchat.Services));
        groupement.AjouterPrestation(
            new DefinitionDePrestation("certificats", "Certificats", NatureDAchat.Fournitures, "certificat")
        );
        groupement.AjouterLot(
            new DefinitionDeLot(1, groupement.Prestations[0].Id, "Actes", NatureDAchat.Services, CodeCpv.Lire("72416000-9"))
        );
        if (ouvert)
        {
            groupement.Ouvrir(coordonnateurMembre: true);
        }

        return groupement;
    }

    public static FaitsDEntree Faits(
        Groupement groupement,
        Periode? autre = null,
        params IReadOnlyList<ConsultationDuGroupement> consultations
    ) => new(groupement.Etat, groupement.Debut, groupement.Fin, autre, consultations);

    public static Adhesion UneAdhesion(Groupement groupement, CollectiviteId? membre = null, DateOnly? entree = null) =>
        Adhesion.Entrer(groupement.Id, membre ?? CollectiviteId.Nouveau(), entree ?? Debut, Faits(groupement));
}
