using System.Text.Json;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Les cas de référence du dépôt, chacun confronté au domaine ; un sujet inconnu est un échec.</summary>
public sealed class VecteursTests
{
    /// <summary>Une réponse dont seule la présence compte : le texte d'un refus n'est pas celui du vecteur.</summary>
    internal static readonly object Quelconque = new();

    /// <summary>Ce que le domaine répond à chaque sujet ; une capacité ajoute ici les siens.</summary>
    private static readonly Dictionary<string, Func<Vecteur, Dictionary<string, object?>>> Couverts = new(
        TopicsDuNoyau
            .Tous.Concat(TopicsDesCommissions.Tous)
            .Concat(TopicsDesGroupements.Tous)
            .Concat(TopicsDesConventions.Tous)
            .Concat(TopicsDesProcedures.Tous)
            .Concat(TopicsDesContributions.Tous),
        StringComparer.Ordinal
    );

    /// <summary>Les sujets qu'aucune capacité de l'application ne couvre encore ; chacun part d'ici quand la sienne arrive.</summary>
    private static readonly HashSet<string> SansCapaciteEncore = [];

    public static TheoryData<string, string> Cas() =>
        [
            .. FichierDesVecteurs
                .Tous.Where(v => !SansCapaciteEncore.Contains(v.Topic))
                .Select(v => new TheoryDataRow<string, string>(v.Id, v.Topic)),
        ];

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_domaine_repond_ce_que_le_vecteur_attend(string id, string topic)
    {
        var vecteur = FichierDesVecteurs.Par(id);
        Assert.True(Couverts.TryGetValue(topic, out var repondre), $"Sujet inconnu : {topic}.");

        var reponses = repondre!(vecteur);

        Assert.All(
            vecteur.Attendu.EnumerateObject(),
            attendu =>
            {
                Assert.True(reponses.TryGetValue(attendu.Name, out var reponse), $"{id} : rien ne répond à « {attendu.Name} ».");
                var obtenu = JsonSerializer.SerializeToElement(reponse);
                Assert.True(
                    ReferenceEquals(reponse, Quelconque) || JsonElement.DeepEquals(attendu.Value, obtenu),
                    $"{id} ({vecteur.Note}) : {attendu.Name} vaut {obtenu}, {attendu.Value} attendu."
                );
            }
        );
    }

    [Fact]
    public void Chaque_sujet_du_fichier_est_couvert_ou_declare_sans_capacite()
    {
        var duFichier = FichierDesVecteurs.Tous.Select(v => v.Topic).ToHashSet();
        HashSet<string> connus = [.. Couverts.Keys, .. SansCapaciteEncore];

        Assert.Empty(duFichier.Except(connus));
        Assert.Empty(Couverts.Keys.Intersect(SansCapaciteEncore));
        if (FichierDesVecteurs.EstCeluiDuDepot)
        {
            Assert.Empty(connus.Except(duFichier));
        }
    }

    [Fact]
    public void Le_fichier_du_depot_est_lu_en_entier()
    {
        var lignes = File.ReadLines(FichierDesVecteurs.FichierDuDepot).Count(ligne => ligne.Length > 0) - 1;

        Assert.Equal(lignes, FichierDesVecteurs.Lire(FichierDesVecteurs.FichierDuDepot).Count());
    }

    [Fact]
    public void Un_champ_entre_guillemets_garde_virgules_guillemets_et_fins_de_ligne()
    {
        var fichier = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                fichier,
                "id,topic,rule,inputs,expected,source,confidence,note\r\nX-1,t,RG1.01,\"{\"\"a\"\": 1}\",{},s,high,\"un, deux\n\"\"trois\"\"\"\r\n"
            );

            var lu = Assert.Single(FichierDesVecteurs.Lire(fichier));

            Assert.Equal("un, deux\n\"trois\"", lu.Note);
            Assert.Equal(1, lu.Entier("a"));
        }
        finally
        {
            File.Delete(fichier);
        }
    }
}
