using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Courriels.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Courriels;

/// <summary>Chaque règle des courriers et des transmissions, de part et d'autre de sa borne.</summary>
public sealed class ReglesDesCourriersTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);

    public static TheoryData<string, bool, IRegle> Bornes { get; } =
        new()
        {
            { "posté aujourd'hui", true, new DateDeCourrierPassee("L'envoi", Jour, null, Jour, null) },
            { "posté demain", false, new DateDeCourrierPassee("L'envoi", Jour.AddDays(1), null, Jour, null) },
            { "présenté le jour de l'envoi", true, new DateDeCourrierPassee("La présentation", Jour, Jour, Jour, null) },
            {
                "présenté la veille de l'envoi",
                false,
                new DateDeCourrierPassee("La présentation", Jour.AddDays(-1), Jour, Jour, null)
            },
            { "un pli posté deux fois", false, new CourrierPasEncorePoste(Jour) },
            { "un pli jamais posté", false, new CourrierDejaPoste(null) },
            { "un courrier sans destinataire", false, new UnDestinataireAuMoins(0) },
            { "un courrier d'un destinataire", true, new UnDestinataireAuMoins(1) },
            { "une adresse incomplète", false, new AdresseDeDestinataireComplete(["Arras"]) },
            { "un objet blanc", false, new ObjetDeCourrierRenseigne(" ") },
            { "un objet à sa longueur", true, new ObjetDeCourrierRenseigne(new string('a', Courrier.LongueurDeLObjet)) },
            { "un objet trop long", false, new ObjetDeCourrierRenseigne(new string('a', Courrier.LongueurDeLObjet + 1)) },
            { "un document sans pièce", false, new DocumentJoint(NatureDeTransmission.Document, null) },
            { "une information sans pièce", true, new DocumentJoint(NatureDeTransmission.Information, null) },
            { "une transmission déjà faite", false, new TransmissionEnAttente(Jour, null) },
            { "une transmission abandonnée", false, new TransmissionEnAttente(null, "Doublon") },
            { "une transmission en attente", true, new TransmissionEnAttente(null, null) },
            { "une transmission à personne", false, new MembresConcernes(0) },
            { "une transmission à un membre", true, new MembresConcernes(1) },
            { "un abandon sans motif", false, new MotifDAbandonDonne(" ") },
            { "un texte à sa longueur", true, new TexteDeTransmissionRenseigne(new string('a', Transmission.LongueurDuTexte)) },
            { "un texte trop long", false, new TexteDeTransmissionRenseigne(new string('a', Transmission.LongueurDuTexte + 1)) },
            { "un objet de transmission blanc", false, new ObjetDeTransmissionRenseigne("") },
        };

    [Theory]
    [MemberData(nameof(Bornes), DisableDiscoveryEnumeration = true)]
    public void La_regle_tient_a_sa_borne(string cas, bool attendu, IRegle regle)
    {
        Assert.True(attendu == regle.EstRespectee, $"{regle.GetType().Name}, {cas}");
        Assert.NotEmpty(regle.Message);
        Assert.NotEmpty(regle.Fondement);
    }

    [Theory]
    [InlineData(1, 1, "Transmis à 1 membre, 1 jour ouvré après la réception : Objet.")]
    [InlineData(2, 3, "Transmis à 2 membres, 3 jours ouvrés après la réception : Objet.")]
    public void Ce_qui_se_compte_s_accorde(int membres, int jours, string attendu) =>
        Assert.Equal(attendu, new TransmissionFaite("Objet", membres, jours).Libelle);
}
