using CdgMarches.App.Courriels;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Courriels;

/// <summary>À qui l'on écrit chez un membre : ses comptes, sinon ses contacts en fonction, sinon sa fiche, sinon une lettre.</summary>
public sealed class DestinatairesTests : IAsyncLifetime
{
    private static readonly DateOnly Jour = DateOnly.FromDateTime(HorlogeFigee.Origine.UtcDateTime);

    private BaseJetable _donnees = null!;
    private ComptesDEssai _comptes = null!;

    public async ValueTask InitializeAsync()
    {
        _donnees = await BaseJetable.CreerAsync();
        _comptes = new ComptesDEssai(_donnees, new HorlogeFigee(HorlogeFigee.Origine));
    }

    public ValueTask DisposeAsync() => _donnees.DisposeAsync();

    [Fact]
    public async Task Les_comptes_rattaches_passent_avant_les_contacts_et_la_fiche()
    {
        var membre = Commune(
            "Arras",
            "mairie@arras.example",
            ("Vasseur", "contact@arras.example", RoleDeContact.ReferentMarches, null)
        );
        await _donnees.SemerAsync(membre);
        await _comptes.MembreAsync(membre.Id, nom: "Aude Vasseur", courriel: "aude@arras.example");
        await _comptes.MembreAsync(membre.Id, RoleDeMembre.Signataire, nom: "Léa Maire", courriel: "lea@arras.example");

        var lus = await LireAsync(membre);

        Assert.Equal(
            [("Aude Vasseur", "aude@arras.example"), ("Léa Maire", "lea@arras.example")],
            lus.Personnes.Select(p => (p.Nom, p.Adresse))
        );
        Assert.Empty(lus.SansAdresse);
    }

    [Fact]
    public async Task Un_compte_ferme_ou_un_rattachement_fini_ou_a_venir_ne_compte_pas()
    {
        var membre = Commune("Arras", "mairie@arras.example");
        await _donnees.SemerAsync(membre);
        await _comptes.FermerAsync(await _comptes.MembreAsync(membre.Id));
        var (parti, futur) = (await _comptes.AgentAsync(RoleCdg.Lecture), await _comptes.AgentAsync(RoleCdg.Lecture));
        await using (var contexte = await _donnees.Fabrique.CreateDbContextAsync())
        {
            var fini = new Rattachement(parti.Id, membre.Id, RoleDeMembre.Referent, false, Jour.AddYears(-2));
            fini.Terminer(Jour.AddDays(-1));
            contexte.Add(fini);
            contexte.Add(new Rattachement(futur.Id, membre.Id, RoleDeMembre.Referent, false, Jour.AddDays(1)));
            await contexte.SaveChangesAsync();
        }

        Assert.Equal("mairie@arras.example", Assert.Single((await LireAsync(membre)).Personnes).Adresse);
    }

    [Fact]
    public async Task Sans_compte_on_ecrit_a_tous_les_contacts_du_premier_role_tenu()
    {
        var membre = Commune(
            "Arras",
            "mairie@arras.example",
            ("Maire", "maire@arras.example", RoleDeContact.Signataire, null),
            ("Directrice", "dgs@arras.example", RoleDeContact.DirecteurGeneral, null),
            ("Premier", "un@arras.example", RoleDeContact.ReferentMarches, null),
            ("Second", "deux@arras.example", RoleDeContact.ReferentMarches, null),
            ("Ancien", "ancien@arras.example", RoleDeContact.ReferentMarches, Jour.AddDays(-1)),
            ("Élue", "cao@arras.example", RoleDeContact.EluCaoTitulaire, null)
        );
        await _donnees.SemerAsync(membre);

        Assert.Equal(["un@arras.example", "deux@arras.example"], (await LireAsync(membre)).Personnes.Select(p => p.Adresse));
    }

    [Theory]
    [InlineData(RoleDeContact.DirecteurGeneral, RoleDeContact.Signataire, "premier@arras.example")]
    [InlineData(RoleDeContact.Signataire, RoleDeContact.Finances, "premier@arras.example")]
    [InlineData(RoleDeContact.Finances, RoleDeContact.EluCaoSuppleant, "mairie@arras.example")]
    public async Task Le_role_suivant_prend_le_relais_puis_la_fiche(RoleDeContact premier, RoleDeContact second, string attendue)
    {
        var membre = Commune(
            "Arras",
            "mairie@arras.example",
            ("Second", "second@arras.example", second, null),
            ("Premier", "premier@arras.example", premier, null)
        );
        await _donnees.SemerAsync(membre);

        Assert.Equal(attendue, Assert.Single((await LireAsync(membre)).Personnes).Adresse);
    }

    [Fact]
    public async Task Sans_aucune_adresse_une_lettre_part_a_l_adresse_postale_sinon_au_siege()
    {
        var (auSiege, ailleurs) = (Commune("Arras", null), Commune("Béthune", null));
        ailleurs.Modifier(ailleurs.Identite with { Postale = new Adresse("BP 12", null, "62401", "Béthune Cedex") });
        await _donnees.SemerAsync(auSiege, ailleurs);

        var lus = await LireAsync(ailleurs, auSiege);

        Assert.Empty(lus.Personnes);
        Assert.Equal(
            [("Arras", "1 place de la Mairie\n62000 Arras"), ("Béthune", "BP 12\n62401 Béthune Cedex")],
            lus.SansAdresse.Select(m => (m.Membre, m.AdressePostale))
        );
    }

    [Fact]
    public async Task Une_adresse_qui_n_en_est_pas_une_ne_prive_pas_du_repli()
    {
        var membre = Commune("Arras", "mairie@arras.example");
        await _donnees.SemerAsync(membre);
        await _comptes.MembreAsync(membre.Id, courriel: "sans arobase");

        Assert.Equal("mairie@arras.example", Assert.Single((await LireAsync(membre)).Personnes).Adresse);
    }

    [Fact]
    public async Task Une_personne_de_deux_membres_est_rendue_pour_chacun_et_une_seule_fois_par_membre()
    {
        var (commune, ccas) = (Commune("Arras", null), Commune("CCAS d'Arras", null));
        await _donnees.SemerAsync(commune, ccas);
        var secretaire = await _comptes.MembreAsync(commune.Id, nom: "Aude Vasseur", courriel: "aude@arras.example");
        await _comptes.RattacherAsync(secretaire, ccas.Id);
        await _comptes.RattacherAsync(secretaire, ccas.Id, RoleDeMembre.Signataire);

        var lus = await LireAsync(commune, ccas, commune);

        Assert.Equal(["Arras", "CCAS d'Arras"], lus.Personnes.Select(p => p.Membre));
        Assert.All(lus.Personnes, p => Assert.Equal("aude@arras.example", p.Adresse));
    }

    private async Task<DestinatairesDesMembres> LireAsync(params Collectivite[] membres)
    {
        await using var contexte = await _donnees.Fabrique.CreateDbContextAsync();
        return await contexte.DestinatairesAsync([.. membres.Select(m => m.Id)], Jour, default);
    }

    private static Collectivite Commune(
        string nom,
        string? courriel,
        params (string Nom, string Courriel, RoleDeContact Role, DateOnly? Fin)[] contacts
    )
    {
        var commune = Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = nom,
                Categorie = CategorieDeCollectivite.Commune,
                Departement = "62",
                Courriel = courriel,
                Siege = new Adresse("1 place de la Mairie", null, "62000", "Arras"),
            }
        );
        foreach (var c in contacts)
        {
            var contact = commune.AjouterContact(new CoordonneesDeContact(null, c.Nom, null, c.Courriel));
            commune.OuvrirMandat(contact.Id, new DonneesDeMandat(c.Role, Jour.AddYears(-1), Fin: c.Fin));
        }

        return commune;
    }
}
